// Each golden event goes through the real broker and is read with kafkajs and the CloudEvents SDK;
// so are the events that the services themselves publish for the main job.
import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { CloudEvent, Kafka as Binding } from 'cloudevents'
import { Api } from '../lib/api.mjs'
import { Findings, told, until } from '../lib/check.mjs'
import { asyncapi, faults, typesOf } from '../lib/topics.mjs'

const { Kafka, logLevel } = createRequire(import.meta.url)('kafkajs')
const findings = new Findings()
const kafka = new Kafka({ clientId: 'conformance', brokers: [told('KAFKA')], logLevel: logLevel.ERROR })
const folder = join(told('PROJECT'), 'events/src/test/resources/golden')
const golden = new Map(readdirSync(folder).map(name =>
  [name.replace(/\.json$/, ''), JSON.parse(readFileSync(join(folder, name), 'utf8'))]))
const topics = Object.values(asyncapi.channels).map(channel => channel.address)
const own = `conformance.golden.${randomUUID()}`

const admin = kafka.admin()
await admin.connect()
await admin.createTopics({ topics: [{ topic: own, numPartitions: 3 }], waitForLeaders: true })

const read = []
const consumer = kafka.consumer({ groupId: own })
await consumer.connect()
await consumer.subscribe({ topics: [own, ...topics], fromBeginning: true })
const joined = new Promise(resolve => consumer.on(consumer.events.GROUP_JOIN, resolve))
await consumer.run({ eachMessage: async ({ topic, message }) => read.push({ topic, ...plain(message) }) })
await joined

const owner = randomUUID()
const sent = new Map()
const producer = kafka.producer({ idempotent: true })
await producer.connect()
let position = 0
for (const [type, data] of golden) {
  const event = new CloudEvent({
    id: randomUUID(), type, source: 'golden', subject: `golden/${type}`, time: new Date().toISOString(),
    ownerid: owner, position: String(++position), datacontenttype: 'application/json', data
  })
  sent.set(event.id, event)
  const { headers, value } = Binding.binary(event)
  await producer.send({
    topic: own,
    messages: [{
      key: owner,
      value: JSON.stringify(value),
      headers: Object.fromEntries(Object.entries(headers).filter(([, text]) => text !== undefined)
        .map(([name, text]) => [name === 'ce_datacontenttype' ? 'content-type' : name, String(text)]))
    }]
  })
}

const api = new Api(told('TOKEN'))
const contact = await api.post('/v1/contacts', { name: 'Ada Lovelace', origin: { kind: 'work' } })
const meeting = await api.post('/v1/meetings', {
  kind: 'oneOnOne', status: 'held', contactIds: [contact.id],
  startsAt: new Date(Date.now() - 7200_000).toISOString(), endsAt: new Date(Date.now() - 3600_000).toISOString()
})
const agreement = (await api.get(`/v1/agreements?meetingId=${meeting.id}`)).items[0]
await until('the golden events', 20, () => read.filter(one => one.topic === own).length >= golden.size)
for (const [type, id] of [['contact.added', contact.id], ['meeting.held', meeting.id], ['agreement.opened', agreement.id]]) {
  await until(`${type} on its topic`, 20,
    () => read.find(one => one.topic !== own && one.headers.ce_type === type && one.value.includes(id)))
}

for (const one of read) {
  const event = Binding.toEvent({ ...one, value: JSON.parse(one.value) })
  const where = `${one.topic} ${event.type} ${JSON.stringify(one.headers)} ${one.value}`
  try {
    event.validate()
  } catch (error) {
    findings.add(`the CloudEvents SDK refuses ${event.type}: ${error.message}`, where)
  }
  faults(event.type, one.headers, event.data).forEach(fault => findings.add(`${event.type} breaks its schema: ${fault}`, where))
  findings.check(one.key === event.ownerid, 'the key is not the owner', where)
  if (one.topic === own) {
    const original = sent.get(event.id)
    findings.check(JSON.stringify(event.data) === JSON.stringify(golden.get(event.type)), `${event.type} came changed`, where)
    findings.check(event.time === original.time && event.subject === original.subject, `${event.type} has other attributes`, where)
  } else {
    findings.check(typesOf(one.topic).has(event.type), `${event.type} is on a topic whose channel does not say so`, where)
  }
}
const messages = Object.values(asyncapi.components.messages).map(message => message.name)
findings.check(messages.length === golden.size && messages.every(type => golden.has(type)),
  'the messages are not the golden events', messages.filter(type => !golden.has(type)))

await consumer.disconnect()
await producer.disconnect()
await admin.deleteTopics({ topics: [own] })
await admin.disconnect()
const real = read.filter(one => one.topic !== own)
findings.end(`${golden.size} golden events and ${real.length} of the services' own ` +
  `(${new Set(real.map(one => one.headers.ce_type)).size} types) read with kafkajs and the CloudEvents SDK`)

function plain(message) {
  return {
    key: message.key.toString(),
    value: message.value.toString(),
    headers: Object.fromEntries(Object.entries(message.headers).map(([name, bytes]) => [name, bytes.toString()]))
  }
}
