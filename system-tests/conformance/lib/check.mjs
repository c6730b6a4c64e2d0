// What every check shares: its environment, and how it tells what it found.

/** A variable that ./followthrough conformance sets; a check cannot run without it. */
export function told(name) {
  const value = process.env[name]
  if (value === undefined) {
    throw new Error(`${name} is not set: run this by ./followthrough conformance --only …`)
  }
  return value
}

export const baseUrl = told('BASE_URL')

/** Collects what is wrong, so that one run tells all of it. */
export class Findings {
  #all = new Map()

  add(what, where) {
    const places = this.#all.get(what) ?? []
    places.push(where)
    this.#all.set(what, places)
  }

  check(condition, what, where) {
    if (!condition) this.add(what, where)
    return condition
  }

  get count() {
    return this.#all.size
  }

  /** Prints them and ends the check: with 1 if there are any; the summary is its last line. */
  end(summary) {
    for (const [what, places] of this.#all) {
      console.log(`- ${what}${places.length > 1 ? ` (${places.length} times)` : ''}`)
      places.slice(0, 3).forEach(place => place && console.log(`    ${String(place).slice(0, 1500)}`))
    }
    console.log(this.count ? `${this.count} findings; ${summary}` : summary)
    process.exit(this.count ? 1 : 0)
  }
}

/** Waits until the condition gives something, asking again every 50 ms. */
export async function until(what, seconds, condition) {
  const end = Date.now() + seconds * 1000
  for (;;) {
    const value = await condition()
    if (value) return value
    if (Date.now() > end) throw new Error(`not within ${seconds} s: ${what}`)
    await new Promise(resolve => setTimeout(resolve, 50))
  }
}
