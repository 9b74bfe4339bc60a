import { useParams } from 'react-router-dom'
import { PartyCase } from './PartyCase'

export default function PartyCasePage() {
  const { number = '' } = useParams()
  return <PartyCase number={number} />
}
