/**
 * Every setting there is. From this list come the check at the start, `docs/configuration.md`
 * (`npm run docs:configuration`) and `regie settings`. Add one here and use it as `config.<key>`; nothing else.
 */
import { providerSettings } from './provider-settings.ts';
import { optionalSetting, type Setting, setting } from './setting.ts';

const postgresAddress = /^postgres(ql)?:\/\//;

export const settings = {
  port: setting.number(
    {
      name: 'PORT',
      group: 'server',
      label: { nl: 'Poort', en: 'Port' },
      explanation: { nl: 'De poort waarop de server luistert. Met 0 kiest hij een vrije.', en: 'The port the server listens on. With 0 it takes a free one.' },
      must: { nl: 'een poortnummer van 0 tot en met 65535', en: 'a port number from 0 to 65535' },
      example: '8080',
    },
    8080,
    [0, 65_535],
  ),
  host: setting.text(
    {
      name: 'HOST',
      group: 'server',
      label: { nl: 'Adres om op te luisteren', en: 'Address to listen on' },
      explanation: {
        nl: 'Standaard alleen deze machine: wat op een netwerk staat, hoort achter TLS te staan. In een container: 0.0.0.0.',
        en: 'Only this machine by default: what stands on a network stands behind TLS. In a container: 0.0.0.0.',
      },
      must: { nl: 'een adres om op te luisteren, zoals 127.0.0.1 of 0.0.0.0', en: 'an address to listen on, such as 127.0.0.1 or 0.0.0.0' },
      example: '0.0.0.0',
    },
    '127.0.0.1',
  ),
  publicUrl: optionalSetting.address({
    name: 'REGIE_URL',
    group: 'server',
    label: { nl: 'Adres voor gebruikers', en: 'Address people use' },
    explanation: {
      nl: 'Het adres dat mensen in hun browser zien. Begint het met https, dan gaan cookies alleen over TLS.',
      en: 'The address people see in their browser. If it begins with https, cookies are sent over TLS only.',
    },
    must: { nl: 'het adres dat mensen gebruiken, zoals https://regie.example.nl', en: 'the address people use, such as https://regie.example.nl' },
    example: 'https://regie.example.nl',
  }),
  dataFolder: setting.text(
    {
      name: 'REGIE_DATA_DIR',
      group: 'database',
      label: { nl: 'Map voor gegevens', en: 'Data folder' },
      explanation: {
        nl: 'De map van de ingebouwde database en van de aansluiting waarlangs opdrachten de server bereiken. Alleen wie de server draait kan erin.',
        en: 'The folder of the embedded database, and of the socket by which commands reach the server. Only who runs the server can enter it.',
      },
      must: { nl: 'een map voor de gegevens', en: 'a folder for the data' },
      example: '/var/lib/regiekompas',
    },
    'data',
  ),
  databaseUrl: optionalSetting.matching(
    {
      name: 'DATABASE_URL',
      group: 'database',
      label: { nl: 'PostgreSQL', en: 'PostgreSQL' },
      explanation: {
        nl: 'Een PostgreSQL 15 of nieuwer in plaats van de ingebouwde database.',
        en: 'A PostgreSQL 15 or newer instead of the embedded database.',
      },
      must: { nl: 'een adres van PostgreSQL: postgres://gebruiker:wachtwoord@machine:5432/naam', en: 'a PostgreSQL address: postgres://user:password@host:5432/name' },
      example: 'postgres://regie:…@db.example.nl:5432/regie',
      secret: true,
    },
    postgresAddress,
  ),
  databaseOwnerUrl: optionalSetting.matching(
    {
      name: 'DATABASE_OWNER_URL',
      group: 'database',
      label: { nl: 'PostgreSQL, als eigenaar', en: 'PostgreSQL, as the owner' },
      explanation: {
        nl: 'Dezelfde database als DATABASE_URL, maar met de login die de tabellen bezit: voor het bijwerken van de tabellen en voor back-ups. DATABASE_URL is dan een eigen login voor wat mensen vragen, die niets bezit en de scheiding tussen organisaties niet kan opheffen. De server start niet als die login dat wel kan.',
        en: 'The same database as DATABASE_URL, but with the login that owns the tables: to bring the tables up to date and to make backups. DATABASE_URL is then a login of its own for what people ask, which owns nothing and cannot take off what keeps organisations apart. The server does not start when that login can.',
      },
      must: { nl: 'een adres van PostgreSQL: postgres://eigenaar:wachtwoord@machine:5432/naam', en: 'a PostgreSQL address: postgres://owner:password@host:5432/name' },
      example: 'postgres://regie_owner:…@db.example.nl:5432/regie',
      secret: true,
    },
    postgresAddress,
  ),
  ...providerSettings,
  keysAt: optionalSetting.text({
    name: 'REGIE_KEYS_AT',
    group: 'keys',
    label: { nl: 'Sleutelbestand', en: 'Key file' },
    explanation: {
      nl: 'Het bestand met de sleutels waarmee vertrouwelijke gegevens verzegeld zijn. Zonder deze instelling staat het in de map voor gegevens, en wordt het bij de eerste start gemaakt. Bewaar een kopie, los van de back-ups.',
      en: 'The file with the keys that confidential data is sealed with. Without this setting it is in the data folder, and made at the first start. Keep a copy, apart from the backups.',
    },
    must: { nl: 'een bestand', en: 'a file' },
    example: '/etc/regiekompas/keys.json',
  }),
  keysSecret: optionalSetting.text({
    name: 'REGIE_KEYS_SECRET',
    group: 'keys',
    label: { nl: 'Wat het sleutelbestand opent', en: 'What opens the key file' },
    explanation: {
      nl: 'Een identiteit van age of een wachtzin. Met deze instelling is het sleutelbestand zelf versleuteld (age); bewaar wat het opent ergens anders.',
      en: 'An age identity or a passphrase. With this setting the key file itself is encrypted (age); keep what opens it somewhere else.',
    },
    must: { nl: 'een identiteit van age of een wachtzin', en: 'an age identity or a passphrase' },
    example: 'AGE-SECRET-KEY-1…',
    secret: true,
  }),
  keysModule: optionalSetting.text({
    name: 'REGIE_KEYS_MODULE',
    group: 'keys',
    label: { nl: 'Beveiligingsmodule', en: 'Security module' },
    explanation: {
      nl: 'De PKCS#11-bibliotheek van een beveiligingsmodule (HSM). De sleutels blijven dan in de module; REGIE_KEYS_SECRET is haar pincode. Vraagt het pakket pkcs11js.',
      en: 'The PKCS#11 library of a security module (HSM). The keys then stay in the module; REGIE_KEYS_SECRET is its PIN. Needs the package pkcs11js.',
    },
    must: { nl: 'een PKCS#11-bibliotheek', en: 'a PKCS#11 library' },
    example: '/usr/lib/softhsm/libsofthsm2.so',
  }),
  keysToken: setting.text(
    {
      name: 'REGIE_KEYS_TOKEN',
      group: 'keys',
      label: { nl: 'Naam in de module', en: 'Name in the module' },
      explanation: { nl: 'De naam van de partitie (token) in de beveiligingsmodule.', en: 'The name of the partition (token) in the security module.' },
      must: { nl: 'de naam van een token', en: 'the name of a token' },
      example: 'regiekompas',
    },
    'regiekompas',
  ),
  metricsToken: optionalSetting.matching(
    {
      name: 'REGIE_METRICS_TOKEN',
      group: 'server',
      label: { nl: 'Toegang tot de meetcijfers', en: 'Access to the metrics' },
      explanation: {
        nl: 'Wie dit token meegeeft, krijgt op /metrics de cijfers voor Prometheus. Zonder deze instelling is /metrics er niet. De cijfers bevatten geen persoonsgegevens.',
        en: 'Whoever gives this token gets the figures for Prometheus at /metrics. Without this setting there is no /metrics. The figures hold no personal data.',
      },
      must: { nl: 'een tekst van minstens 20 tekens', en: 'a text of at least 20 characters' },
      example: 'qm4Z8r2Lx0Vt6Hc9Yw3K',
      secret: true,
    },
    /^.{20,}$/,
  ),
  securityContact: optionalSetting.matching(
    {
      name: 'REGIE_SECURITY_CONTACT',
      group: 'server',
      label: { nl: 'Waar men een zwakke plek meldt', en: 'Where a weakness is reported' },
      explanation: {
        nl: 'Het adres dat op /.well-known/security.txt staat (RFC 9116). Zonder deze instelling is die bladzijde er niet.',
        en: 'The address that stands at /.well-known/security.txt (RFC 9116). Without this setting that page is not there.',
      },
      must: { nl: 'mailto: met een e-mailadres, of een webadres dat met https:// begint', en: 'mailto: with an email address, or a web address that begins with https://' },
      example: 'mailto:security@gemeente.nl',
    },
    /^(?:mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)$/,
  ),
  backupRecipients: optionalSetting.list(
    {
      name: 'REGIE_BACKUP_RECIPIENTS',
      group: 'backup',
      label: { nl: 'Wie back-ups mag openen', en: 'Who may open backups' },
      explanation: {
        nl: 'De openbare age-sleutels van wie een back-up mag openen, door spaties gescheiden. De geheime sleutel hoort niet op deze machine. Met `none` worden back-ups niet verzegeld.',
        en: 'The public age keys of who may open a backup, separated by spaces. The secret key does not belong on this machine. With `none` backups are not sealed.',
      },
      must: { nl: 'één of meer age-sleutels (age1…), of none', en: 'one or more age keys (age1…), or none' },
      example: 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p',
    },
    /^(age1[0-9a-z]+|none)$/,
  ),
  backupFolder: optionalSetting.text({
    name: 'REGIE_BACKUP_DIR',
    group: 'backup',
    label: { nl: 'Map voor back-ups', en: 'Backup folder' },
    explanation: {
      nl: 'Hierin zet de server zelf back-ups, elk pas onder zijn naam als hij heel is. Neem een andere schijf dan die van de gegevens, en kopieer de map naar een andere plaats. Zonder deze instelling maakt de server er geen.',
      en: 'Here the server puts backups by itself, each under its name only when it is whole. Take another disk than that of the data, and copy the folder to another place. Without this setting the server makes none.',
    },
    must: { nl: 'een map', en: 'a folder' },
    example: '/mnt/backup/regiekompas',
  }),
  backupEveryMinutes: setting.number(
    {
      name: 'REGIE_BACKUP_EVERY_MINUTES',
      group: 'backup',
      label: { nl: 'Minuten tussen back-ups', en: 'Minutes between backups' },
      explanation: {
        nl: 'Hoeveel werk u hoogstens kwijtraakt als de machine verloren gaat: deze tijd, en de duur van één back-up.',
        en: 'How much work you lose at most when the machine is lost: this time, and as long as one backup takes.',
      },
      must: { nl: 'een aantal minuten van 1 tot en met 43200', en: 'a number of minutes from 1 to 43200' },
      example: '5',
    },
    60,
    [1, 43_200],
  ),
  backupKeep: setting.number(
    {
      name: 'REGIE_BACKUP_KEEP',
      group: 'backup',
      label: { nl: 'Hoeveel back-ups blijven staan', en: 'How many backups are kept' },
      explanation: { nl: 'De nieuwste. De oudste verdwijnt pas als een nieuwe heel is.', en: 'The newest. The oldest goes only when a new one is whole.' },
      must: { nl: 'een aantal van 1 tot en met 1000', en: 'a number from 1 to 1000' },
      example: '24',
    },
    24,
    [1, 1000],
  ),
  backupKeepDays: setting.number(
    {
      name: 'REGIE_BACKUP_KEEP_DAYS',
      group: 'backup',
      label: { nl: 'Hoeveel dagen er één per dag blijft', en: 'For how many days one a day is kept' },
      explanation: { nl: 'Van elke dag (UTC) de laatste, naast de nieuwste. Vandaag telt mee.', en: 'The last of each day (UTC), beside the newest. Today counts.' },
      must: { nl: 'een aantal dagen van 0 tot en met 3650', en: 'a number of days from 0 to 3650' },
      example: '30',
    },
    14,
    [0, 3650],
  ),
  smtpUrl: optionalSetting.matching(
    {
      name: 'REGIE_SMTP_URL',
      group: 'mail',
      label: { nl: 'Mailserver', en: 'Mail server' },
      explanation: {
        nl: 'De server die e-mail verstuurt, altijd over TLS: smtp:// begint met STARTTLS, smtps:// meteen. Alleen naar deze machine zelf mag het zonder. Zonder deze instelling gaat er geen e-mail uit.',
        en: 'The server that sends e-mail, always over TLS: smtp:// begins with STARTTLS, smtps:// at once. Only to this machine itself it may go without. Without this setting no e-mail is sent.',
      },
      must: { nl: 'een adres van een mailserver: smtp://naam:wachtwoord@machine:587', en: 'the address of a mail server: smtp://name:password@host:587' },
      example: 'smtp://regie:…@mail.example.nl:587',
      secret: true,
    },
    /^smtps?:\/\/[^\s/]+\/?$/,
  ),
  mailFrom: optionalSetting.matching(
    {
      name: 'REGIE_MAIL_FROM',
      group: 'mail',
      label: { nl: 'Afzender van e-mail', en: 'Sender of e-mail' },
      explanation: { nl: 'Wie er als afzender staat. Hoort bij REGIE_SMTP_URL: zonder beide gaat er geen e-mail uit.', en: 'Who stands as the sender. Goes with REGIE_SMTP_URL: without both no e-mail is sent.' },
      must: { nl: 'een e-mailadres, met of zonder naam ervoor', en: 'an e-mail address, with or without a name before it' },
      example: 'Regiekompas <regie@example.nl>',
    },
    /^(?:[^<>\r\n]+ <[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/,
  ),
  webhookInside: optionalSetting.list(
    {
      name: 'REGIE_WEBHOOK_INSIDE',
      group: 'server',
      label: { nl: 'Webhooks binnen het eigen netwerk', en: 'Webhooks inside your own network' },
      explanation: {
        nl: 'Webhooks gaan alleen naar het open internet, over https op poort 443. Noem hier de adressen binnen het eigen netwerk waar ze ook heen mogen, met poort, door spaties gescheiden. Iedere beheerder van een organisatie kan daar dan berichten heen sturen.',
        en: 'Webhooks go to the open internet only, over https on port 443. Name here the addresses inside your own network that they may go to as well, with the port, separated by spaces. Every administrator of an organisation can then send messages there.',
      },
      must: { nl: 'één of meer adressen met http:// of https://, zonder pad', en: 'one or more addresses with http:// or https://, without a path' },
      example: 'https://zaken.intern.example.nl:8443',
    },
    /^https?:\/\/[a-z0-9.[\]:-]+$/,
  ),
} as const satisfies Readonly<Record<string, Setting>>;

type ValueOf<Declared> = Declared extends Setting<infer Value> ? Value : never;
export type Config = { readonly [Key in keyof typeof settings]: ValueOf<(typeof settings)[Key]> };
