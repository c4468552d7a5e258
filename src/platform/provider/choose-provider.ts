/** The identity provider that the settings name; null when they name none. */
import { join } from 'node:path';
import type { Clock } from '../clock.ts';
import type { Config } from '../config/settings.ts';
import type { IdentityProvider } from './identity-provider.ts';
import { openIdProvider } from './open-id.ts';

type Chosen = Pick<Config, 'oidcIssuer' | 'oidcClientId' | 'oidcLabel' | 'oidcLevel' | 'oidcConfirmLevel' | 'oidcScopes' | 'oidcGroupsClaim' | 'oidcDirectoryClaim' | 'oidcKeyAt'>;

export function chooseProvider(config: Chosen, dataFolder: string, clock: Clock): IdentityProvider | null {
  if (config.oidcIssuer === null) return null;
  const levels = { enter: config.oidcLevel, confirm: config.oidcConfirmLevel };
  const scopes = [...new Set(['openid', ...(config.oidcScopes ?? ['profile', 'email'])])];
  return openIdProvider({ issuer: config.oidcIssuer, clientId: config.oidcClientId, label: config.oidcLabel, levels, scopes, groupsClaim: config.oidcGroupsClaim, directoryClaim: config.oidcDirectoryClaim, keyFile: config.oidcKeyAt ?? join(dataFolder, 'provider-key.json') }, clock);
}
