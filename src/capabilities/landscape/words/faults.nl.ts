/** Nederlands: wat er mis is, en hoe u het herstelt. Eenvoudige taal (B1). */
import type { Fault } from '../../../core/fault.ts';
import type { FaultSentences } from './fault-sentences.ts';

type Details = Fault['details'];

const soorten: Readonly<Record<string, string>> = { text: 'tekst', number: 'een getal', 'true-or-false': 'true of false', list: 'een lijst', object: 'een blok met eigenschappen', nothing: 'niets' };
const soort = (value: string | number | undefined): string => soorten[String(value)] ?? String(value);
const getal = (value: string | number | undefined): string => String(value).replace('.', ',');
const bedoelt = ({ nearest }: Details): string => (nearest ? ` Bedoelt u “${nearest}”?` : '');
const kies = (details: Details): string => bedoelt(details) || ` Kies uit: ${details['allowed']}.`;
const onbekend = (wat: string, waar: string) => (details: Details) => `${wat} “${details['id']}” bestaat niet.${bedoelt(details) || ` ${waar}`}`;

export const faultsNl: FaultSentences = {
  'not-utf-8': () => 'Dit bestand heeft tekens die niet te lezen zijn. Sla het op als UTF-8.',
  'utf-16': () => 'Dit bestand is opgeslagen als UTF-16 (“Unicode”). Sla het op als UTF-8.',
  'empty-document': () => 'Dit bestand is leeg. Begin met de regel “regiekompas: landscape/1” of “regiekompas: policy/1”.',
  'yaml-too-large': ({ size, limit }) => `Dit YAML-bestand is ${getal(size)} MB. YAML lezen we tot ${getal(limit)} MB. Sla het op als JSON.`,
  'json-too-large': ({ size, limit }) => `Dit bestand is ${getal(size)} MB. We lezen tot ${getal(limit)} MB. Verdeel het over meer bestanden.`,
  'nested-too-deep': ({ depth }) => `Hier staan meer dan ${depth} niveaus in elkaar. Zo diep gaat geen enkel document. Haal niveaus weg.`,
  'broken-yaml': ({ rule }) => `Dit is geen geldige YAML (${rule}). Kijk op deze regel naar inspringing met spaties, haakjes, aanhalingstekens en dubbele punten.`,
  'broken-json': () => 'Dit is geen geldige JSON. Kijk op deze regel naar komma’s, haakjes en aanhalingstekens.',
  'several-documents': () => 'Dit bestand bevat meer dan één document (---). Maak van elk document een eigen bestand.',
  'duplicate-key': ({ key }) => `“${key}” staat hier twee keer. Laat er één staan.`,
  'key-not-text': () => 'Een naam van een eigenschap moet één woord zijn, geen lijst of blok. Schrijf de naam als tekst.',
  'alias-without-anchor': ({ name }) => `“*${name}” verwijst naar niets. Zet “&${name}” eerder in het bestand, of schrijf de waarde uit.`,
  'alias-inside-itself': ({ name }) => `“*${name}” verwijst naar zichzelf. Schrijf de waarde uit.`,
  'aliases-too-many': ({ most }) => `De verwijzingen met * worden samen te groot (meer dan ${most} waarden). Schrijf de waarden uit.`,
  'tag-not-allowed': () => 'Aanduidingen met ! lezen we niet. Haal de aanduiding weg.',

  'wrong-type': ({ expected, found }) => `Hier hoort ${soort(expected)}, maar er staat ${soort(found)}.${expected === 'text' && found !== 'list' && found !== 'object' ? ' Zet de waarde tussen aanhalingstekens.' : ' Pas de waarde aan.'}`,
  'no-value': ({ expected }) => `Hier staat geen waarde. Vul ${soort(expected)} in, of haal de regel weg als u het niet weet.`,
  missing: ({ key }) => `“${key}” ontbreekt. Vul het in.`,
  'unknown-key': (details) => `“${details['key']}” kennen we hier niet.${bedoelt(details) || ` Wel bekend: ${details['known']}.`}`,
  'not-one-of': (details) => `“${details['value']}” kan hier niet.${kies(details)}`,
  'not-this-format': ({ found, expected }) => `Dit is een ander soort document (“${found}”). Hier hoort “${expected}”.`,
  'other-version': ({ found, expected }) => `Dit document heeft versie “${found}”. Wij lezen “${expected}”. Zet het om naar die versie.`,
  'empty-text': () => 'Deze tekst is leeg. Vul iets in.',
  'text-too-long': ({ length, most }) => `Deze tekst heeft ${length} tekens. Maak hem niet langer dan ${most}.`,
  'control-character': ({ character, position }) => `Op plaats ${position} staat een stuurteken (${character}). Haal het weg.`,
  'hidden-character': ({ character, position }) => `Op plaats ${position} staat een onzichtbaar teken (${character}) dat de lezer kan misleiden. Haal het weg.`,
  'id-shape': ({ id }) => `“${id}” kan geen kenmerk zijn. Gebruik letters, cijfers en . _ - : @ + ~ / #, zonder spaties, en begin met een letter of cijfer.`,
  'id-reserved': ({ id }) => `“${id}” heeft een vaste betekenis. Kies een ander kenmerk.`,
  'id-duplicate': ({ id, first }) => `Het kenmerk “${id}” is al gebruikt bij ${first}. Kies een ander kenmerk.`,
  'id-lookalike': ({ id, other, first }) => `Het kenmerk “${id}” lijkt te veel op “${other}” bij ${first}: ze verschillen alleen in hoofdletters of schrijfwijze. Kies een ander kenmerk.`,
  'not-a-number': () => 'Dit is geen gewoon getal. Vul een getal in.',
  'number-too-small': ({ value, least }) => `${getal(value)} is te klein. Vul ${getal(least)} of meer in.`,
  'number-too-large': ({ value, most }) => `${getal(value)} is te groot. Vul ${getal(most)} of minder in.`,
  'number-not-whole': ({ value }) => `${getal(value)} is geen heel getal. Rond het af.`,
  'date-shape': ({ date }) => `“${date}” is geen datum. Schrijf jaar-maand-dag, bijvoorbeeld 2026-03-01.`,
  'date-does-not-exist': ({ date }) => `De dag ${date} bestaat niet. Controleer de datum.`,
  'too-few-items': ({ least }) => `Hier staat te weinig. Noem er ten minste ${least}.`,

  'unknown-provider': onbekend('Leverancier', 'Voeg deze toe bij providers.'),
  'unknown-dataset': onbekend('Gegevensverzameling', 'Voeg deze toe bij datasets.'),
  'unknown-system': onbekend('Systeem', 'Voeg het toe bij systems.'),
  'unknown-contract': onbekend('Contract', 'Voeg het toe bij contracts.'),
  'unknown-evidence': onbekend('Bewijs', 'Voeg het toe bij evidence.'),
  'unknown-measure': onbekend('Maatregel', 'Kies een maatregel uit de bibliotheek, of voeg een eigen maatregel toe.'),
  'unknown-clause': onbekend('Contractclausule', 'Kies een clausule uit de bibliotheek, of voeg een eigen clausule toe.'),
  'unknown-country': onbekend('Landcode', 'Gebruik de twee hoofdletters van ISO 3166-1, bijvoorbeeld NL.'),
  'service-as-need': ({ id }) => `“${id}” is een dienst. Hier kunnen alleen systemen staan. Noem de systemen die de dienst nodig heeft.`,
  'self-as-owner': () => '“self” kan geen eigenaar zijn. Voeg de organisatie toe als leverancier en noem die.',
  'self-as-sub-processor': () => '“self” kan geen subverwerker zijn. Haal deze regel weg, of noem een leverancier.',
  'self-as-provider': () => '“self” is geen leverancier. Noem een leverancier, of gebruik bij bewijs “organisation: true”.',
  'share-out-of-range': ({ share }) => `Een aandeel van ${getal(share)} kan niet. Vul een getal in boven 0 en tot en met 1, bijvoorbeeld 0.25 voor een kwart.`,
  'shares-over-one': ({ total }) => `De aandelen zijn samen ${getal(total)}. Samen mogen ze niet meer zijn dan 1.`,
  'owner-without-share-or-control': () => 'Deze eigenaar heeft geen aandeel en geen zeggenschap. Vul “share” in, of “control: true”.',
  'not-a-layer': ({ key, allowed }) => `Laag “${key}” bestaat hier niet. Kies een laag uit ${allowed}.`,
  'layer-8-has-no-operator': () => 'Laag 8 is de menselijke laag. Die heeft geen beheerder en geen land. Haal deze regel weg.',
  'reason-missing': () => '“Niet van toepassing” vraagt om een reden. Schrijf { state: not-applicable, reason: … }.',
  'runs-on-itself': ({ id }) => `“${id}” kan niet op zichzelf draaien. Noem een ander systeem bij runsOn, of haal de regel weg.`,
  'runs-on-cycle': ({ cycle }) => `Deze systemen draaien in een kring op elkaar: ${cycle}. Haal één runsOn uit de kring weg.`,
  'alternative-repeated': ({ id }) => `“${id}” staat twee keer bij deze keuze. Noem verschillende systemen.`,
  'says-about-nothing': () => 'Dit bewijs zegt niet waarover het gaat. Noem een system, provider of contract, of schrijf organisation: true.',
  'says-about-several': ({ subjects }) => `Dit bewijs gaat over meer dan één ding (${subjects}). Maak van elk een eigen bewijs.`,
  'organisation-not-true': () => 'Hier kan alleen true staan. Schrijf “organisation: true”, of noem een system, provider of contract.',

  'unknown-fact': (details) => `Het feit “${details['id']}” bestaat niet.${bedoelt(details) || ' Kies een feit uit de bibliotheek.'}`,
  'unknown-fact-clause': (details) => `“${details['id']}” gaat over een clausule die niet bestaat.${bedoelt(details) || ' Kies een clausule uit de bibliotheek.'}`,
  'unknown-fact-value': (details) => `“${details['value']}” is geen waarde van ${details['fact']}.${kies(details)}`,
  'range-on-values': ({ fact }) => `${fact} heeft vaste waarden, geen getallen. Noem een of meer waarden.`,
  'value-on-thresholds': ({ fact }) => `${fact} is een getal. Schrijf een grens, bijvoorbeeld { lte: 24 }.`,
  'range-with-lt-and-lte': () => 'Gebruik lt of lte, niet allebei. Haal er één weg.',
  'range-with-gt-and-gte': () => 'Gebruik gt of gte, niet allebei. Haal er één weg.',
  'range-holds-nothing': () => 'Geen enkel getal past tussen deze grenzen. Pas een grens aan.',
  'unknown-outcome': (details) => `De uitkomst “${details['outcome']}” bestaat niet in dit beleid.${kies(details)}`,
  'outcome-reserved': ({ outcome }) => `“${outcome}” is een uitkomst die het kompas zelf geeft. Kies een andere naam.`,
  'conditions-without-conditional': ({ outcome }) => `Voorwaarden horen alleen bij “conditional”, niet bij “${outcome}”. Haal ze weg, of maak de uitkomst “conditional”.`,
  'unknown-condition': (details) => `De voorwaarde “${details['id']}” is geen maatregel of clausule.${bedoelt(details) || ' Kies er een uit de bibliotheek.'}`,
  'unknown-law': (details) => `De wet “${details['id']}” staat niet in de bibliotheek.${bedoelt(details) || ' Kies er een uit de bibliotheek, of voeg de wet toe.'}`,
};
