/** What each party reads, in French: who acted, what it means, what to do by when and by which text, and what follows otherwise. */
import { say } from "../letter.js";
import { lettersOf } from "../letters.js";
import type { Pecan } from "./definition.js";
import { coverage } from "./letters/coverage.js";
import { delays } from "./letters/delays.js";
import { deposit } from "./letters/deposit.js";
import { endings } from "./letters/endings.js";
import { examination } from "./letters/examination.js";
import { information } from "./letters/information.js";
import { penalty } from "./letters/penalty.js";
import * as by from "./sources.js";

export const letters = lettersOf<Pecan>(
  { ...deposit, ...examination, ...information, ...coverage, ...endings, ...penalty, ...delays },
  {
    foot: ({ opening, shape }) =>
      say`Dossier ${opening.id}, ${shape.title}, déposé le ${{ date: opening.filedOn, source: by.applicationLaw }}.`,
    rectification: (letter, number, object) => [
      say`Rectification : ${letter.shape.notices[letter.name]?.label ?? letter.name}`,
      say`Notre lettre n° ${number} du dossier, « ${object} », du ${letter.today(letter.shape.source)}, ne tient plus. Un acte enregistré depuis, ou retiré, change ce qu'elle disait : n'en tenez plus compte.`,
      letter.name === "abandoned" || letter.name === "inactiveAbandoned"
        ? say`L'abandon est levé : le dossier est ouvert, et ses délais courent comme si l'abandon n'avait pas eu lieu.`
        : say`Les autres lettres restent valables. Ce qui remplace celle-ci, s'il y a lieu, vous est écrit à part.`,
      say`Les dates à jour, chacune avec son explication jour par jour, sont dans le dossier ; la lettre corrigée reste au journal.`,
    ],
  },
);
