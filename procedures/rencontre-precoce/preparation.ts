import { refuse } from "../../case/refusal.js";
import type { CivilDate } from "../../law/civil-date.js";
import type { Bodies, Filing } from "./bodies.js";
import * as by from "./sources.js";

type Item = Filing["items"][number];
type Attendee = Filing["attendees"][number];

/** What the parties have sent so far in view of the meeting, and what the guide says of it. */
export class Preparation {
  private readonly items: Item[] = [];
  private noPublication = false;
  private readonly experts = new Set<string>();
  /** The study has started, and the HAS hasn't said yet what follows. */
  unsettled = false;
  /** The HAS knows that the study has started, and maintains the meeting. */
  settled = false;
  attendees: readonly Attendee[];

  constructor(private readonly filing: Filing) {
    this.attendees = filing.attendees;
    this.send(filing.items, filing.noPublication);
  }

  send(items: readonly Item[], noPublication = false): void {
    if (items.some(({ kind }) => kind === "confidentiality-agreement"))
      refuse(
        "La HAS ne signe aucun accord supplémentaire de confidentialité : ses agents et ses experts sont tenus au secret par la loi.",
        by.noAgreement,
      );
    this.items.push(...items);
    if (noPublication) this.noPublication = true;
  }

  /** What the guide asks for, and that isn't there yet. A brochure is joined "si disponible". */
  get missing(): { readonly what: string; readonly source: typeof by.items }[] {
    const has = (...kinds: Item["kind"][]) => this.items.some(({ kind }) => kinds.includes(kind));
    const lacks = (missing: boolean, what: string, source: typeof by.items) => (missing ? [{ what, source }] : []);
    return [
      ...lacks(!has("protocol", "synopsis"), "le protocole, ou à défaut un synopsis détaillé", by.synopsis),
      ...lacks(
        !has("publication", "study-report") && !this.noPublication,
        "les publications ou rapports d'étude disponibles (ou qu'il n'en existe pas)",
        by.publications,
      ),
      ...lacks(
        this.filing.economicEvaluationPlanned && !has("economic-method"),
        "un aperçu de la méthode de l'évaluation médico-économique",
        by.economicMethod,
      ),
    ];
  }

  get consultantAlone(): boolean {
    return alone(this.attendees);
  }

  /** "afin d'éviter tout conflit d'intérêts positif et négatif", and nobody of the CNEDiMTS. */
  choose({ expert, declarationAnalysed, conflict, commissionMember }: Bodies["expertChosen"]): void {
    if (commissionMember)
      refuse(
        `${expert} est membre de la CNEDiMTS : aucun membre ne participe à une rencontre précoce.`,
        by.noCommissionMember,
      );
    if (!declarationAnalysed)
      refuse(`La déclaration publique d'intérêts de ${expert} doit d'abord être analysée.`, by.interests);
    if (conflict !== "none")
      refuse(
        `${expert} a un conflit d'intérêts ${conflict === "positive" ? "positif" : "négatif"} : il ne peut être choisi.`,
        by.interests,
      );
    this.experts.add(expert);
  }

  /** Could an appointment be accepted now? @throws Refusal */
  mayMeet(): void {
    if (this.consultantAlone)
      refuse(
        "Aucun rendez-vous n'est accepté avec le consultant pour seul représentant du demandeur.",
        by.consultantAlone,
      );
    if (this.unsettled) refuse("L'étude a débuté : la HAS dit d'abord si la rencontre est maintenue.", by.studyStarted);
  }

  /** Was the meeting held as the guide says? @throws Refusal */
  heldLawfully({ applicant, has, documentsDiscussed }: Bodies["meetingHeld"]): void {
    if (alone(applicant))
      refuse(
        "Le consultant était seul à représenter le demandeur : le rendez-vous n'a pas eu lieu (meetingNotHeld).",
        by.consultantAlone,
      );
    for (const { person, capacity } of has) {
      if (capacity === "commission-member")
        refuse(
          `${person} est membre de la CNEDiMTS : aucun membre ne participe à une rencontre précoce.`,
          by.noCommissionMember,
        );
      if (capacity === "expert" && !this.experts.has(person))
        refuse(`${person} n'a pas été choisi comme expert, après analyse de sa déclaration d'intérêts.`, by.interests);
    }
    const sent = new Set(this.items.map(({ title }) => title));
    for (const title of documentsDiscussed) {
      if (!sent.has(title))
        refuse(
          `« ${title} » n'a pas été transmis avant le rendez-vous : il ne peut y être discuté.`,
          by.documentsBeforehand,
        );
    }
  }
}

const alone = (attendees: readonly Attendee[]): boolean => attendees.every(({ capacity }) => capacity === "consultant");

/** Are the minutes of this meeting, in the format of annex 2, and editable? @throws Refusal */
export function lawfulMinutes({ minutes, document }: Bodies["minutesSubmitted"], heldOn: CivilDate): void {
  if (minutes.meetingOn !== heldOn)
    refuse(
      `Le compte rendu porte la date du ${minutes.meetingOn} ; le rendez-vous a eu lieu le ${heldOn}.`,
      by.minutes,
    );
  if (!minutes.preambleKept) refuse("Le compte rendu reprend le préambule de l'annexe 2.", by.annex2);
  if (document.format === "pdf" || document.format === "other")
    refuse("Le compte rendu s'adresse à la HAS en version Word modifiable.", by.editable);
}
