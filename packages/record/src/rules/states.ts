/**
 * States, the words for their people, and the places that stand for their governments: state | people | places. Public
 * knowledge, kept small: a case's own actors and their other names always come first.
 */
const TABLE = `
Russia | Russian | Moscow, Kremlin
Ukraine | Ukrainian | Kyiv, Kiev
United States | American, US, U.S. | Washington, White House
China | Chinese | Beijing
United Kingdom | British, UK | London, Downing Street, Whitehall
France | French | Paris, Élysée
Germany | German | Berlin
European Union | European, EU | Brussels
Turkey | Turkish | Ankara
Greece | Greek | Athens
Cyprus | Cypriot | Nicosia
Iran | Iranian | Tehran
Iraq | Iraqi | Baghdad
Israel | Israeli | Jerusalem
Egypt | Egyptian | Cairo
Sudan | Sudanese | Khartoum
South Sudan | South Sudanese | Juba
Ethiopia | Ethiopian | Addis Ababa
Eritrea | Eritrean | Asmara
Saudi Arabia | Saudi | Riyadh
United Arab Emirates | Emirati, UAE | Abu Dhabi
Qatar | Qatari | Doha
Jordan | Jordanian | Amman
Syria | Syrian | Damascus
Lebanon | Lebanese | Beirut
Yemen | Yemeni | Sanaa
Libya | Libyan | Tripoli
Tunisia | Tunisian | Tunis
Algeria | Algerian | Algiers
Morocco | Moroccan | Rabat
Mali | Malian | Bamako
Nigeria | Nigerian | Abuja
Chad | Chadian | N’Djamena
Kenya | Kenyan | Nairobi
Uganda | Ugandan | Kampala
Rwanda | Rwandan | Kigali
Somalia | Somali | Mogadishu
South Africa | South African | Pretoria
India | Indian | New Delhi, Delhi
Pakistan | Pakistani | Islamabad
Afghanistan | Afghan | Kabul
Armenia | Armenian | Yerevan
Azerbaijan | Azerbaijani | Baku
Georgia | Georgian | Tbilisi
Moldova | Moldovan | Chisinau
Belarus | Belarusian | Minsk
Poland | Polish | Warsaw
Hungary | Hungarian | Budapest
Serbia | Serbian | Belgrade
Kosovo | Kosovar | Pristina
Colombia | Colombian | Bogotá
Venezuela | Venezuelan | Caracas
Cuba | Cuban | Havana
Mexico | Mexican | Mexico City
Japan | Japanese | Tokyo
South Korea | South Korean | Seoul
North Korea | North Korean | Pyongyang
Myanmar | Burmese | Naypyidaw
Philippines | Filipino | Manila
Indonesia | Indonesian | Jakarta
Australia | Australian | Canberra
Canada | Canadian | Ottawa
Norway | Norwegian | Oslo
Switzerland | Swiss | Bern
Finland | Finnish | Helsinki
Spain | Spanish | Madrid
Italy | Italian | Rome
`;

interface State {
  name: string;
  people: readonly string[];
  places: readonly string[];
}

const STATES: readonly State[] = TABLE.trim()
  .split("\n")
  .map((line) => {
    const [name, people, places] = line.split(" | ");
    return { name: name!, people: people!.split(", "), places: places!.split(", ") };
  });

/** Place that stands for a government → state: "the Kremlin" → Russia. */
export const METONYMS: ReadonlyMap<string, string> = new Map(
  STATES.flatMap(({ name, places }) => places.map((place) => [place.toLowerCase(), name] as const)),
);

/** Word for a people → state: "Russian" → Russia. */
export const PEOPLES: ReadonlyMap<string, string> = new Map(
  STATES.flatMap(({ name, people }) => people.map((word) => [word.toLowerCase(), name] as const)),
);

/** Names of states and unions, in small letters. */
export const STATE_NAMES: ReadonlySet<string> = new Set(STATES.map(({ name }) => name.toLowerCase()));
