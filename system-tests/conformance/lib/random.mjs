// Values made from a seed: the same seed makes the same ones.

/** Mulberry32. */
export class Random {
  constructor(seed) {
    this.state = seed >>> 0
  }

  next() {
    this.state = (this.state + 0x6d2b79f5) >>> 0
    let t = this.state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }

  chance(p) {
    return this.next() < p
  }

  int(from, to) {
    return from + Math.floor(this.next() * (to - from + 1))
  }

  pick(list) {
    return list[this.int(0, list.length - 1)]
  }

  uuid() {
    const hex = Array.from({ length: 32 }, () => this.int(0, 15).toString(16))
    hex[12] = '7'
    hex[16] = this.pick(['8', '9', 'a', 'b'])
    return hex.join('').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
  }

  words(marker, longest = 40) {
    const text = Array.from({ length: this.int(1, 5) }, () => this.pick(WORDS)).join(' ')
    return `${text} ${marker}`.slice(-longest).trim() || 'x'
  }
}

const WORDS = ['bicycles', 'gears', 'Zoë', 'guild', 'bridge', 'chain', 'café', '王小明', 'design', 'أهلا', '🚲', "O'Brien",
  'frame', 'tour', 'Ångström', 'spokes', '"quoted"', '<b>', '100%', 'a_b', '\\', ';--']

/** Strings that have broken programs before. */
export const NASTY = ['', ' ', '\u0000', 'a\u0000b', '\u0007', '\ud800', '\udfff\ud800', '\u202eabc', '\ufeff', 'null', 'true', '0', '-1',
  'NaN', '1e400', '../../etc/passwd', '%00', '%2e%2e%2f', "' or '1'='1", '${jndi:ldap://127.0.0.1/x}', '{{7*7}}', '<script>1</script>',
  '\r\nX-Injected: 1', '2026-02-30', '2026-13-01T00:00:00Z', '+999999999-12-31T23:59:59Z', '0000-01-01', '24:00', 'PT0S', 'P9999999999D',
  '00000000-0000-0000-0000-000000000000', 'Europe/Nowhere', 'x'.repeat(300), 'ß'.repeat(2100), '🚲'.repeat(6000)]
