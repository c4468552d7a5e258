/** What every answer carries, so that a browser does no more than this server means (bar SEC-2). */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  // Only to ask what a passkey must sign.
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  // A script of ours that would write HTML into a page is stopped by the browser itself.
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
];

export const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': policy.join('; '),
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  // Not `no-referrer`: without TLS a browser would then send our own forms as from nowhere (`Origin: null`).
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), browsing-topics=()',
  // What may be kept says so itself: files with their content in their name.
  'cache-control': 'no-store',
};

/** Where the server is reached over TLS, a browser remembers that for a year, and tells nobody where it came from. */
export const securityHeadersOverTls: Readonly<Record<string, string>> = {
  ...securityHeaders,
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
};

/** After signing out nothing of the visit stays in the browser. The cookies that go are named one by one: the language stays. */
export const clearedAtSignOut = '"cache", "storage"';
