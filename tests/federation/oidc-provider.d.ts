/** What our tests use of it; the package brings no types. */
declare module 'oidc-provider' {
  type Grant = { addOIDCScope: (scopes: string) => void; save: () => Promise<string> };
  export class Provider {
    constructor(issuer: string, configuration: object);
    callback(): (request: unknown, response: unknown) => void;
    interactionDetails(request: unknown, response: unknown): Promise<{ params: Record<string, unknown>; session?: { accountId?: string }; grantId?: string }>;
    interactionFinished(request: unknown, response: unknown, result: object, options: object): Promise<void>;
    Grant: { new (about: object): Grant; find(id: string): Promise<Grant> };
  }
}
