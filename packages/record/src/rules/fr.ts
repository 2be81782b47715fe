import type { LanguagePack } from "./language-pack.ts";
import { cues, list, rows } from "./pack-data.ts";

/** French: a first pack, not measured. */
export const FRENCH: LanguagePack = {
  code: "fr",
  name: "français",
  state: "first",
  cues: cues(`
dit disent a_dit ont_dit disait; disant | asserts | c
déclare déclarent a_déclaré ont_déclaré; déclarant | asserts | c o
affirme affirment a_affirmé ont_affirmé; affirmant | asserts | c
assure assurent a_assuré ont_assuré; assurant | asserts | c
annonce annoncent a_annoncé ont_annoncé; annonçant | asserts | c o
ajoute ajoutent a_ajouté ont_ajouté; ajoutant | asserts | c
estime estiment a_estimé ont_estimé; estimant | asserts | c
explique expliquent a_expliqué ont_expliqué; expliquant | asserts | c
souligne soulignent a_souligné ont_souligné; soulignant | asserts | c o
rappelle rappellent a_rappelé ont_rappelé; rappelant | asserts | c o
reconnaît reconnaissent a_reconnu ont_reconnu; reconnaissant | asserts | c o
confirme confirment a_confirmé ont_confirmé; confirmant | asserts | c o
dément démentent a_démenti ont_démenti; démentant | denies | c o
nie nient a_nié ont_nié; niant | denies | c o
exige exigent a_exigé ont_exigé; exigeant | demands | c o
réclame réclament a_réclamé ont_réclamé; réclamant | demands | o
rejette rejettent a_rejeté ont_rejeté; rejetant | refuses | o
refuse refusent a_refusé ont_refusé; refusant | refuses | o i
exclut excluent a_exclu ont_exclu; excluant | refuses | o
avertit avertissent a_averti ont_averti; avertissant | warns | c
prévient préviennent a_prévenu ont_prévenu; prévenant | warns | c
promet promettent a_promis ont_promis; promettant | commits | c i o
s’engage s'engage s’engagent s'engagent s’est_engagé s'est_engagé | commits | i
propose proposent a_proposé ont_proposé; proposant | offers | c o i
menace menacent a_menacé ont_menacé; menaçant | threatens | i
s’attend s'attend prévoit prévoient a_prévu | expects | c o
réaffirme réaffirment a_réaffirmé ont_réaffirmé; réaffirmant | asserts | c o
répète répètent a_répété ont_répété; répétant | asserts | c
`),
  that: ["que", "qu’", "qu'"],
  accordingTo: ["selon", "d’après", "d'après"],
  unnamed: list("experts observateurs analystes responsables sources diplomates commentateurs"),
  speakers: list(
    "porte-parole ministère ministre gouvernement président présidente armée syndicat direction commission médiateur médiatrice envoyé délégation opposition parti",
  ),
  hedges: list("pourrait pourraient peut peuvent semble semblent probablement peut-être sans_doute serait"),
  again: list("réaffirme réaffirmé répète répété à_nouveau de_nouveau"),
  analysis: list("analyse opinion tribune éditorial"),
  calendar: {
    months: rows(
      "janvier février/fevrier mars avril mai juin juillet août/aout septembre octobre novembre décembre/decembre",
    ),
    weekdays: rows("dimanche lundi mardi mercredi jeudi vendredi samedi"),
    seasons: rows("printemps été automne hiver"),
  },
  issues: [
    { name: "Ceasefire", category: "Ce", words: ["cessez-le-feu", "trêve"] },
    { name: "Sanctions", category: "sanctions", words: ["sanctions", "levée des sanctions"] },
    { name: "Security guarantees", category: "SsrGua", words: ["garanties de sécurité"] },
    { name: "Prisoners", category: "Pris", words: ["échange de prisonniers", "otages", "prisonniers"] },
    { name: "Territory", category: "Terr", words: ["concessions territoriales", "céder des territoires"] },
  ],
};
