import type { LanguagePack } from "./language-pack.ts";
import { cues, list, rows } from "./pack-data.ts";

/** Spanish: a first pack, not measured. */
export const SPANISH: LanguagePack = {
  code: "es",
  name: "español",
  state: "first",
  cues: cues(`
dice dicen dijo dijeron ha_dicho; diciendo | asserts | c
declara declaran declaró declararon; declarando | asserts | c o
afirma afirman afirmó afirmaron; afirmando | asserts | c
asegura aseguran aseguró aseguraron; asegurando | asserts | c
anuncia anuncian anunció anunciaron; anunciando | asserts | c o
añade añaden añadió añadieron; añadiendo | asserts | c
señala señalan señaló señalaron; señalando | asserts | c
subraya subrayan subrayó subrayaron; subrayando | asserts | c o
explica explican explicó explicaron; explicando | asserts | c
sostiene sostienen sostuvo sostuvieron; sosteniendo | asserts | c
considera consideran consideró consideraron | asserts | c
reconoce reconocen reconoció reconocieron; reconociendo | asserts | c o
confirma confirman confirmó confirmaron; confirmando | asserts | c o
niega niegan negó negaron; negando | denies | c o
desmiente desmienten desmintió desmintieron | denies | c o
exige exigen exigió exigieron; exigiendo | demands | c o
pide piden pidió pidieron; pidiendo | demands | c o
insiste_en insisten_en insistió_en insistieron_en; insistiendo_en | demands | c o
rechaza rechazan rechazó rechazaron; rechazando | refuses | o
descarta descartan descartó descartaron; descartando | refuses | o
advierte advierten advirtió advirtieron; advirtiendo | warns | c
promete prometen prometió prometieron; prometiendo | commits | c i o
se_compromete_a se_comprometió_a se_comprometieron_a | commits | i
propone proponen propuso propusieron; proponiendo | offers | c o i
amenaza amenazan amenazó amenazaron; amenazando | threatens | c o
espera esperan esperaba | expects | c o
prevé prevén preveía | expects | c o
reitera reiteran reiteró reiteraron; reiterando | asserts | c o
`),
  that: ["que"],
  accordingTo: ["según", "de acuerdo con"],
  unnamed: list("expertos observadores analistas funcionarios fuentes diplomáticos"),
  speakers: list(
    "portavoz ministerio ministro ministra gobierno presidente presidenta ejército sindicato empresa comisión mediador mediadora enviado delegación oposición guerrilla partido",
  ),
  hedges: list("podría podrían puede pueden parece parecen probablemente quizá quizás tal_vez"),
  again: list("reitera reiteró reiteraron de_nuevo otra_vez"),
  analysis: list("análisis opinión editorial tribuna"),
  calendar: {
    months: rows(
      "enero febrero marzo abril mayo junio julio agosto septiembre/setiembre octubre noviembre diciembre",
    ),
    weekdays: rows("domingo lunes martes miércoles/miercoles jueves viernes sábado/sabado"),
    seasons: rows("primavera verano otoño invierno"),
  },
  issues: [
    { name: "Ceasefire", category: "Ce", words: ["alto el fuego", "tregua", "cese al fuego"] },
    { name: "Sanctions", category: "sanctions", words: ["sanciones"] },
    { name: "Security guarantees", category: "SsrGua", words: ["garantías de seguridad"] },
    { name: "Prisoners", category: "Pris", words: ["canje de prisioneros", "rehenes", "prisioneros"] },
    { name: "Territory", category: "Terr", words: ["concesiones territoriales", "ceder territorio"] },
  ],
};
