/** The settings of the organisation's identity provider (OpenID Connect). Without the first, there is none. */
import { optionalSetting, type Setting, setting } from './setting.ts';

export const providerSettings = {
  oidcIssuer: optionalSetting.matching(
    {
      name: 'REGIE_OIDC_ISSUER',
      group: 'identity',
      label: { nl: 'Inlogdienst', en: 'Sign-in service' },
      explanation: {
        nl: 'De naam (issuer) van de inlogdienst van de organisatie, letter voor letter zoals die zichzelf noemt. Zonder deze instelling logt iedereen in met een passkey of een wachtwoord. Zie docs/sign-in.md.',
        en: 'The name (issuer) of the organisation’s sign-in service, letter for letter as it calls itself. Without this setting everybody signs in with a passkey or a password. See docs/sign-in.md.',
      },
      must: { nl: 'een adres dat met https begint, zoals https://login.example.nl', en: 'an address that begins with https, such as https://login.example.nl' },
      example: 'https://login.example.nl',
    },
    // Without TLS only on this machine, to try it.
    /^(https:\/\/[^\s?#]+|http:\/\/(localhost|127\.0\.0\.1)(:\d+)?(\/[^\s?#]*)?)$/,
  ),
  oidcClientId: setting.text(
    {
      name: 'REGIE_OIDC_CLIENT_ID',
      group: 'identity',
      label: { nl: 'Naam bij de inlogdienst', en: 'Name at the sign-in service' },
      explanation: { nl: 'Onder welke naam (client id) de inlogdienst deze installatie kent.', en: 'The name (client id) by which the sign-in service knows this installation.' },
      must: { nl: 'een naam', en: 'a name' },
      example: 'regiekompas',
    },
    'regiekompas',
  ),
  oidcLabel: setting.text(
    {
      name: 'REGIE_OIDC_LABEL',
      group: 'identity',
      label: { nl: 'Naam op de knop', en: 'Name on the button' },
      explanation: { nl: 'Komt op de inlogpagina achter “Inloggen met”.', en: 'Stands on the sign-in page after “Sign in with”.' },
      must: { nl: 'een tekst', en: 'a text' },
      example: 'Gemeente Waterlinde',
    },
    'uw organisatie',
  ),
  oidcLevel: optionalSetting.text({
    name: 'REGIE_OIDC_ACR',
    group: 'identity',
    label: { nl: 'Zekerheid bij inloggen', en: 'Assurance at sign-in' },
    explanation: { nl: 'Het niveau (acr) dat minstens nodig is om binnen te komen. Wie er minder heeft, wordt geweigerd. Zonder deze instelling is elk niveau goed.', en: 'The level (acr) needed at least to come in. Whoever has less is refused. Without this setting every level will do.' },
    must: { nl: 'een niveau', en: 'a level' },
    example: 'http://eidas.europa.eu/LoA/substantial',
  }),
  oidcConfirmLevel: optionalSetting.text({
    name: 'REGIE_OIDC_ACR_CONFIRM',
    group: 'identity',
    label: { nl: 'Zekerheid bij bevestigen', en: 'Assurance at confirming' },
    explanation: { nl: 'Het niveau (acr) dat minstens nodig is om te bevestigen voordat iets gevoeligs gebeurt. Zonder deze instelling: dat van het inloggen.', en: 'The level (acr) needed at least to confirm before something sensitive is done. Without this setting: that of signing in.' },
    must: { nl: 'een niveau', en: 'a level' },
    example: 'http://eidas.europa.eu/LoA/high',
  }),
  oidcScopes: optionalSetting.list(
    {
      name: 'REGIE_OIDC_SCOPES',
      group: 'identity',
      label: { nl: 'Wat de inlogdienst mag vertellen', en: 'What the sign-in service may tell' },
      explanation: { nl: 'De scopes naast openid. Zonder deze instelling: profile en email. Sommige inlogdiensten geven groepen pas met een scope erbij.', en: 'The scopes beside openid. Without this setting: profile and email. Some sign-in services give groups only with a scope for it.' },
      must: { nl: 'namen, gescheiden door spaties', en: 'names, separated by spaces' },
      example: 'profile email groups',
    },
    /^[\x21\x23-\x5b\x5d-\x7e]+$/,
  ),
  oidcGroupsClaim: setting.text(
    {
      name: 'REGIE_OIDC_GROUPS_CLAIM',
      group: 'identity',
      label: { nl: 'Waar de groepen staan', en: 'Where the groups are' },
      explanation: { nl: 'De naam waaronder de inlogdienst de groepen van iemand doorgeeft.', en: 'The name under which the sign-in service passes on somebody’s groups.' },
      must: { nl: 'een naam', en: 'a name' },
      example: 'groups',
    },
    'groups',
  ),
  oidcDirectoryClaim: setting.text(
    {
      name: 'REGIE_OIDC_DIRECTORY_CLAIM',
      group: 'identity',
      label: { nl: 'Waar het id uit de gebruikerslijst staat', en: 'Where the id of the directory is' },
      explanation: {
        nl: 'De naam waaronder de inlogdienst het id doorgeeft waarmee de gebruikerslijst (SCIM, externalId) iemand kent. Bij veel diensten is dat sub; bij Microsoft Entra is het oid.',
        en: 'The name under which the sign-in service passes on the id by which the directory (SCIM, externalId) knows somebody. With many services that is sub; with Microsoft Entra it is oid.',
      },
      must: { nl: 'een naam', en: 'a name' },
      example: 'oid',
    },
    'sub',
  ),
  oidcKeyAt: optionalSetting.text({
    name: 'REGIE_OIDC_KEY_AT',
    group: 'identity',
    label: { nl: 'Sleutel voor de inlogdienst', en: 'Key for the sign-in service' },
    explanation: {
      nl: 'Het bestand met de sleutel waaraan de inlogdienst deze installatie herkent. Zonder deze instelling staat het in de map voor gegevens, en wordt het bij het eerste gebruik gemaakt. Draaien er meer servers, geef ze dan hetzelfde bestand.',
      en: 'The file with the key by which the sign-in service recognises this installation. Without this setting it is in the data folder, and made at first use. Where several servers run, give them the same file.',
    },
    must: { nl: 'een bestand', en: 'a file' },
    example: '/etc/regiekompas/provider-key.json',
  }),
} as const satisfies Readonly<Record<string, Setting>>;
