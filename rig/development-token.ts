import { developmentIssuerPath, developmentSecret } from "../identity/development/names.js";

/** An access token of the development installation at that address, for one of its people. @throws Error saying why there is none */
export async function developmentToken(person: string, publicUrl: string): Promise<string> {
  const address = `${publicUrl}${developmentIssuerPath}/token`;
  const answer = await fetch(address, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "client_credentials",
      client_id: person,
      client_secret: developmentSecret,
      scope: "guichet",
    }),
  }).catch(() => {
    throw new Error(`Nothing answers at ${address}: start Guichet first, with \`npm start\`, in another terminal.`);
  });
  const { access_token: token } = answer.ok ? ((await answer.json()) as { access_token?: string }) : {};
  if (token === undefined) throw new Error(`${address} gives ${person} no token (${answer.status}).`);
  return token;
}
