// An issuer of OpenID Connect on this machine alone, for the tests of sign-in: oidc-provider, with a sign-in page that
// nobody has to look at, and a browser that goes through it.
//
//   node issuer.mjs REDIRECT_URI [CERTIFICATE KEY]      prints the port it listens on; with a certificate over TLS
//
//   GET /browse?sub=1001&mfa=1&address=ADDRESS   goes to the address as a browser does, signs in there as 1001 (with a
//                                                second factor or not), and gives where the issuer sends it back to
import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import Provider from 'oidc-provider';

const [redirect, certificate, privateKey] = process.argv.slice(2);
const key = (kind, options, more) =>
  ({ ...generateKeyPairSync(kind, options).privateKey.export({ format: 'jwk' }), use: 'sig', ...more });

function configuration() {
  const client = { redirect_uris: [redirect], grant_types: ['authorization_code'], response_types: ['code'] };
  return {
    clients: [
      { ...client, client_id: 'openimr', client_secret: 'a secret & more', id_token_signed_response_alg: 'RS256' },
      { ...client, client_id: 'openimr-public', token_endpoint_auth_method: 'none', id_token_signed_response_alg: 'ES256' },
      { ...client, client_id: 'openimr-other', client_secret: 'a secret & more', id_token_signed_response_alg: 'PS256' },
    ],
    jwks: { keys: [key('rsa', { modulusLength: 2048 }, { kid: 'r1' }), key('ec', { namedCurve: 'P-256' }, { kid: 'e1' })] },
    enabledJWA: { idTokenSigningAlgValues: ['RS256', 'PS256', 'ES256'] },
    claims: { openid: ['sub', 'amr'], email: ['email', 'email_verified'] },
    conformIdTokenClaims: false,
    cookies: { keys: ['of this test alone'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_, id) => {
      const claims = { sub: id, email: `person-${id}@example.org`, email_verified: id !== '1003' };
      return { accountId: id, claims: () => claims };
    },
    loadExistingGrant: async (ctx) => {
      const { client: { clientId }, session: { accountId } } = ctx.oidc;
      const grant = new ctx.oidc.provider.Grant({ clientId, accountId });
      grant.addOIDCScope('openid email');
      await grant.save();
      return grant;
    },
  };
}

async function browse(address, origin, who) {
  const jar = new Map();
  for (let steps = 0; steps < 10 && address.startsWith(origin); ++steps) {
    const answer = await fetch(address, {
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '), 'x-who': who },
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie);
      jar.set(name, value);
    }
    const next = answer.headers.get('location');
    if (next === null) return `${answer.status} ${await answer.text()}`;
    address = new URL(next, address).href;
  }
  return address;
}

const secure = certificate !== undefined;
const server = secure
  ? createSecureServer({ cert: readFileSync(certificate), key: readFileSync(privateKey) })
  : createServer();
const host = secure ? 'localhost' : '127.0.0.1';
server.listen(0, host, () => {
  const origin = `${secure ? 'https' : 'http'}://${host}:${server.address().port}`;
  const provider = new Provider(origin, configuration());
  const answer = provider.callback();
  server.on('request', async (request, response) => {
    const url = new URL(request.url, origin);
    if (url.pathname === '/browse') {
      const who = { accountId: url.searchParams.get('sub'), amr: ['pwd'] };
      if (url.searchParams.get('mfa') === '1') who.amr.push('otp', 'mfa');
      response.end(await browse(url.searchParams.get('address'), origin, JSON.stringify(who)));
    } else if (url.pathname.startsWith('/interaction/')) {
      await provider.interactionFinished(request, response, { login: JSON.parse(request.headers['x-who']) });
    } else {
      answer(request, response);
    }
  });
  console.log(server.address().port);
});
