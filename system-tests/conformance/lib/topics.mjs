// The document of the Kafka topics, and validation against its payloads.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Ajv from 'ajv'
import addFormats from 'ajv-formats'
import { parse } from 'yaml'
import { told } from './check.mjs'

export const asyncapiText = readFileSync(join(told('PROJECT'), 'api/asyncapi.yaml'), 'utf8')
export const asyncapi = parse(asyncapiText)

const ajv = new Ajv.default({ strict: false, allErrors: true })
addFormats.default(ajv)
for (const format of ['int32', 'int64']) {
  ajv.addFormat(format, { type: 'number', validate: Number.isInteger })
}
ajv.addSchema({ $id: 'topics', ...asyncapi })

const byType = new Map(Object.entries(asyncapi.components.messages).map(([key, message]) => [message.name, key]))

/** Why a record's headers and payload are not those of a message of that type; empty if they are. */
export function faults(type, headers, payload) {
  const key = byType.get(type)
  if (!key) return ['no such message']
  return [
    ...broken('#/components/messageTraits/cloudEvent/headers', headers, 'header '),
    ...broken(`#/components/schemas/${key}`, payload, '')
  ]
}

/** The types that the channel of that address may carry. */
export function typesOf(address) {
  const channel = Object.values(asyncapi.channels).find(one => one.address === address)
  return new Set(Object.keys(channel.messages).map(key => asyncapi.components.messages[key].name))
}

function broken(pointer, value, what) {
  const validate = ajv.getSchema(`topics${pointer}`) ?? ajv.compile({ $ref: `topics${pointer}` })
  return validate(value) ? [] : validate.errors.map(error => `${what}${error.instancePath || '/'} ${error.message}`)
}
