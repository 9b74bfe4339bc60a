import { words } from '@words/shell'
import './footer.css'

export function Footer() {
  return (
    <footer className="footer">
      <p className="footer__pledge">{words.pledge}</p>
      <p>
        {words.footer.text} <a className="usa-link" href="/api/openapi.yaml">{words.footer.api}</a>
      </p>
    </footer>
  )
}
