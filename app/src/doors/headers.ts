/**
 * React Aria adds two style sheets of its own to the page (a press does not scroll; the page behind a dialog keeps
 * still); their digests let exactly these texts in. The stories in a browser see that nothing else is refused.
 */
const ariaStyles = [
  "'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='",
  "'sha256-gYiS/BvZvRcK27JIXTuwhZ3hs2+VJ1X+2gUlE+farlg='",
]

const policy = [
  "default-src 'self'",
  "img-src 'self' data: blob:",
  `style-src 'self' ${ariaStyles.join(' ')}`,
  "object-src 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "form-action 'self'",
].join('; ')

/** What no screen of the house uses, so that nothing that slips into one can. */
const unused = ['camera', 'microphone', 'geolocation', 'payment', 'usb', 'serial', 'bluetooth', 'midi']

/** On every answer. */
export const securityHeaders: Record<string, string> = {
  'content-security-policy': policy,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': unused.map((name) => `${name}=()`).join(', '),
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
}

/** Behind a proxy that speaks https: browsers do not come back without it for two years (RFC 6797). */
export const overHttps = { 'strict-transport-security': 'max-age=63072000; includeSubDomains' }
