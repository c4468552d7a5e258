/** A request that is no SCIM. `scimType` is one of RFC 7644 §3.12. */
export type ScimType = 'invalidFilter' | 'invalidPath' | 'invalidSyntax' | 'invalidValue' | 'mutability' | 'uniqueness';

export class ScimFault extends Error {
  readonly scimType: ScimType;
  constructor(scimType: ScimType, message: string) {
    super(message);
    this.scimType = scimType;
  }
}
