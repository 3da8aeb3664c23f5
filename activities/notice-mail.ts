import { procedureOf } from "../procedures/all.js";
import type { Register, StoredNotice } from "../register/register.js";
import type { Mail } from "./mailer.js";

const idOf = (caseId: string, number: number): string => `${caseId}.${number}`;

/** The mail of a notice to one of those who receive it. */
export const noticeMail = ({ case: id, number, subject, text, corrects }: StoredNotice, to: string): Mail => ({
  to,
  subject,
  text,
  id: idOf(id, number),
  about: corrects === null ? undefined : idOf(id, corrects),
});

/**
 * Who is told that a notice with a legal effect reached nobody: the party by whose act it was told; of one that time told, all the
 * other parties that have acted, where they have an address. None for a status mail.
 */
export async function undeliveredMails(
  register: Register,
  notice: StoredNotice,
  reason: string,
): Promise<readonly { readonly party: string; readonly mail: Mail }[]> {
  if (!notice.legal) return [];
  const { case: id, number, party } = notice;
  const [record, [entry], acts] = await Promise.all([
    register.case(id),
    register.journal(id, { after: number - 1, limit: 1 }),
    register.acts(id),
  ]);
  if (record === undefined) return [];
  const others = acts.filter(({ by }) => by !== party);
  const concerned = others.filter((act) => act.id === entry?.cause);
  const told = new Set((concerned.length > 0 ? concerned : others).map(({ by }) => by));
  const label = procedureOf(record.procedure).shape.parties[party]?.label ?? party;
  const text = [
    `La notification n° ${number} du dossier ${id}, « ${notice.subject} », adressée à ${label}, n'a pas pu être remise.`,
    `Réponse du serveur de courrier : « ${reason} ».`,
    "Elle a un effet juridique, et personne n'essaiera plus de la remettre : remettez-la par un autre moyen.",
  ].join("\n\n");
  const mails = [...told].map(async (one) =>
    (await register.addresses.recipients(id, one, true)).flatMap(({ address, chosen }) =>
      address === null || !chosen
        ? []
        : [
            {
              party: one,
              mail: {
                to: address,
                subject: `${id} : la notification n° ${number} n'a pas pu être remise`,
                text,
                id: `${idOf(id, number)}.undelivered.${one.toLowerCase()}`,
                about: idOf(id, number),
              },
            },
          ],
    ),
  );
  return (await Promise.all(mails)).flat();
}
