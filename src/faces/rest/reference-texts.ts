import type { Translation } from '../../platform/words.ts';
import type { Status } from './answers.ts';

const nl = {
  title: 'De API van Regiekompas',
  lead: 'Alles wat op het scherm kan, kan ook een ander programma doen.',
  machine: 'De volledige beschrijving voor programma’s (OpenAPI 3.0.3)',
  begin: 'Zo begint u',
  steps: {
    token: 'Maak een token en kies wat het programma mag. U ziet het token één keer.',
    toTokens: 'Maak een token',
    send: 'Stuur het mee met elke vraag:',
    language: 'Met Accept-Language: nl of en kiest u de taal van meldingen.',
    errors: 'Wat niet lukt, komt terug als application/problem+json (RFC 9457): een titel, een uitleg en bij foute invoer elke fout met haar plaats.',
    once: 'Met een Idempotency-Key wordt dezelfde wijziging één keer gedaan, ook als u haar twee keer stuurt. Met If-Match wijzigt u alleen wat sinds het lezen hetzelfde bleef.',
  },
  find: 'Zoek een bewerking', search: 'Zoek', none: 'Niets gevonden', noneText: 'Probeer een korter woord, of laat het veld leeg om alles te zien.',
  operations: 'Alle bewerkingen', route: 'Adres', what: 'Wat het doet', right: 'Recht',
  unknown: 'Deze bewerking is er niet. Kies er een uit de lijst.',
  name: 'Naam', type: 'Soort', required: 'Verplicht', where: 'Waar', meaning: 'Betekenis',
  yes: 'ja', no: 'nee',
  places: { path: 'in het adres', query: 'achter het adres', body: 'in de inhoud' },
  input: 'Wat u meegeeft', noInput: 'Niets.',
  output: 'Wat u terugkrijgt', noOutput: 'Een leeg antwoord.',
  example: 'Voorbeeld', exampleLead: 'Vul uw eigen token en waarden in. Wat niet verplicht is, staat er niet in.',
  errors: 'Wat er mis kan gaan', status: 'Status', when: 'Wanneer',
  effect: 'Wat het doet', effects: { read: 'Leest. Er verandert niets.', change: 'Wijzigt. Het komt in het logboek.', 'sensitive-read': 'Leest iets vertrouwelijks. Dat komt in het logboek.' },
  rights: { anyone: 'Voor iedereen, ook zonder token.', 'signed-in': 'Alleen voor een mens die is aangemeld. Een token mag dit niet.', member: 'Alleen voor een lid dat is aangemeld. Een token mag dit niet.' },
  stepUp: 'Vraagt een mens om eerst te bevestigen dat hij het is. Een token mag dit niet.',
  page: 'Open de pagina',
  copy: 'Kopieer', copied: 'Gekopieerd',
  statuses: {
    400: 'De invoer heeft niet de gevraagde vorm. Elke fout staat erbij.', 401: 'Niet aangemeld, of het token is niet (meer) bekend.', 403: 'Dit mag niet met deze rollen of dit token.', 404: 'Het is er niet, of u mag het niet zien.',
    409: 'Het kan nu niet. De uitleg zegt waarom.', 412: 'Het is gewijzigd sinds u het las.', 413: 'De inhoud is te groot.', 422: 'De vorm klopt, maar wat er staat kan niet. Elke fout staat erbij.', 429: 'Te veel pogingen. Retry-After zegt hoe lang u wacht.', 503: 'Iets wat de server nodig heeft is even weg. Probeer het later opnieuw.',
  } satisfies Record<Status, string>,
};

const en: Translation<typeof nl> = {
  title: 'The API of Regiekompas',
  lead: 'All that can be done on screen can be done by another program.',
  machine: 'The full description for programs (OpenAPI 3.0.3)',
  begin: 'How to begin',
  steps: {
    token: 'Make a token and choose what the program may do. You see the token once.',
    toTokens: 'Make a token',
    send: 'Send it along with every request:',
    language: 'With Accept-Language: nl or en you choose the language of messages.',
    errors: 'What does not succeed comes back as application/problem+json (RFC 9457): a title, an explanation and, where the input is wrong, every fault with its place.',
    once: 'With an Idempotency-Key the same change is made once, even if you send it twice. With If-Match you only change what stayed the same since you read it.',
  },
  find: 'Find an operation', search: 'Search', none: 'Nothing found', noneText: 'Try a shorter word, or leave the field empty to see all.',
  operations: 'All operations', route: 'Address', what: 'What it does', right: 'Right',
  unknown: 'This operation is not there. Choose one from the list.',
  name: 'Name', type: 'Type', required: 'Required', where: 'Where', meaning: 'Meaning',
  yes: 'yes', no: 'no',
  places: { path: 'in the address', query: 'after the address', body: 'in the body' },
  input: 'What you send', noInput: 'Nothing.',
  output: 'What you get back', noOutput: 'An empty answer.',
  example: 'Example', exampleLead: 'Fill in your own token and values. What is not required is not in it.',
  errors: 'What can go wrong', status: 'Status', when: 'When',
  effect: 'What it does', effects: { read: 'Reads. Nothing changes.', change: 'Changes. It is written in the log.', 'sensitive-read': 'Reads something confidential. That is written in the log.' },
  rights: { anyone: 'For everybody, also without a token.', 'signed-in': 'Only for a person who is signed in. A token may not.', member: 'Only for a member who is signed in. A token may not.' },
  stepUp: 'Asks a person to confirm first that it is them. A token may not.',
  page: 'Open the page',
  copy: 'Copy', copied: 'Copied',
  statuses: {
    400: 'The input has not the shape that is asked. Every fault is listed.', 401: 'Not signed in, or the token is not known (any more).', 403: 'These roles or this token do not allow it.', 404: 'It is not there, or you may not see it.',
    409: 'It cannot be done now. The explanation says why.', 412: 'It was changed since you read it.', 413: 'The body is too large.', 422: 'The shape is right, but what it says cannot be. Every fault is listed.', 429: 'Too many attempts. Retry-After says how long to wait.', 503: 'Something the server needs is away. Try again later.',
  },
};

export const referenceTexts = { nl, en } as const;
