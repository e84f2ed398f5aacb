import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import packet from 'dns-packet';
import fc from 'fast-check';
import { readAnswer } from './answer.ts';
import { DnsError } from './errors.ts';
import { readMessage } from './message.ts';
import { addressAnswer, forDatagram, queryOf, questionTo, refusal } from './query.ts';

describe('messages of DNS, beside those of dns-packet', () => {
	it('are read as they were written: question, and every record where it is', () => {
		fc.assert(
			fc.property(names, fc.array(records, { maxLength: 8 }), fc.integer({ min: 0, max: 0xffff }), (name, answers, id) => {
				const bytes = packet.encode({ type: 'response', id, questions: [{ name, type: 'A' }], answers });
				const message = readMessage(bytes);
				assert.equal(message.id, id);
				assert.equal(message.question?.name, name.toLowerCase());
				assert.deepEqual(
					message.answers.map(({ ttl }) => ttl),
					answers.map(({ ttl }) => ttl),
				);
				assert.equal(message.answers.at(-1)?.end ?? bytes.length, bytes.length);
			}),
		);
	});

	it('that are written here are read there: questions, answers of our own, refusals', () => {
		const query = queried({ name: 'CP-1.lan', edns: true });
		const sent = packet.decode(Buffer.from(questionTo(query, 7)));
		assert.deepEqual([sent.id, sent.questions?.[0]?.name, sent.additionals?.[0]?.type], [7, 'CP-1.lan', 'OPT']);
		const said = packet.decode(Buffer.from(addressAnswer(query, [Uint8Array.of(10, 5, 0, 2), Uint8Array.of(10, 5, 0, 3)], 10)));
		assert.equal(said.id, 1234);
		assert.equal(said.flag_aa, true);
		assert.deepEqual(
			said.answers?.map((record) => ('data' in record ? [record.name, record.data] : [])),
			[
				['CP-1.lan', '10.5.0.2'],
				['CP-1.lan', '10.5.0.3'],
			],
		);
		assert.equal((packet.decode(Buffer.from(refusal(query, 2))) as { rcode?: string }).rcode, 'SERVFAIL');
	});

	it('too large for a datagram come without records, and say so', () => {
		const answers = Array.from({ length: 60 }, (_, index) => ({ name: 'a.lan', type: 'A' as const, ttl: 60, data: `10.0.0.${index}` }));
		const whole = packet.encode({ type: 'response', id: 1234, questions: [{ name: 'a.lan', type: 'A' }], answers });
		const cut = packet.decode(Buffer.from(forDatagram(queried({ name: 'a.lan' }), whole)));
		assert.deepEqual([cut.flag_tc, cut.answers?.length], [true, 0]);
		assert.equal(forDatagram(queried({ name: 'a.lan', edns: true }), whole), whole);
	});

	it('are refused when they are no questions', () => {
		const asked = { questions: [{ name: 'a', type: 'A' as const }] };
		assert.equal(queryOf(readMessage(packet.encode({ type: 'response', ...asked }))), undefined);
		assert.equal(queryOf(readMessage(packet.encode({ type: 'query', questions: [] }))), 1);
		assert.equal(queryOf(readMessage(packet.encode({ type: 'query', flags: 0x2800, ...asked }))), 4);
		assert.equal(queryOf(readMessage(packet.encode({ type: 'query', questions: [{ name: 'a', type: 'A', class: 'CH' }] }))), 5);
	});

	it('with names that go round in circles, on and on, or beyond the end are refused', () => {
		const header = [0, 1, 0x80, 0, 0, 0, 0, 1, 0, 0, 0, 0];
		const tail = [0, 1, 0, 1, 0, 0, 0, 0, 0, 0];
		const cases = {
			itself: [...header, 0xc0, 12, ...tail],
			forward: [...header, 0xc0, 14, 0, ...tail],
			header: [...header, 0xc0, 0, ...tail],
			label: [...header, 0x80, 0, ...tail],
			endless: [...header, ...Array.from({ length: 5 }, () => [63, ...Array.from({ length: 63 }, () => 97)]).flat(), 0, ...tail],
			short: [...header, 1],
			data: [...header, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0xff, 0xff, 1],
		};
		for (const [what, bytes] of Object.entries(cases)) assert.throws(() => readMessage(Uint8Array.from(bytes)), DnsError, what);
	});

	it('of any bytes are read or refused, and cut off anywhere they are refused', () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 600 }), (bytes) => {
				try {
					const message = readMessage(bytes);
					for (const { end } of message.answers) assert.ok(end <= bytes.length);
				} catch (error) {
					assert.ok(error instanceof DnsError);
				}
			}),
		);
		const whole = packet.encode({
			type: 'response',
			questions: [{ name: 'a.lan', type: 'A' }],
			answers: [{ name: 'a.lan', type: 'A', ttl: 1, data: '10.0.0.1' }],
		});
		for (let size = 0; size < whole.length; size++) assert.throws(() => readMessage(whole.subarray(0, size)), DnsError);
	});
});

describe('answers of name servers', () => {
	it('count only when they are about what was asked', () => {
		const query = queried({ name: 'a.lan' });
		const bytes = packet.encode({ type: 'response', id: 9, questions: [{ name: 'A.LAN', type: 'A' }] });
		assert.equal(readAnswer(bytes, 9, query).rcode, 0);
		assert.throws(() => readAnswer(bytes, 10, query), { code: 'foreign' });
		assert.throws(() => readAnswer(bytes, 9, queried({ name: 'b.lan' })), { code: 'foreign' });
	});

	it('hold as long as their first record, in bounds; what is not there, for 5 to 10 s', () => {
		const query = queried({ name: 'a.lan' });
		const lifetime = (ttl: number) =>
			readAnswer(
				packet.encode({
					type: 'response',
					questions: [{ name: 'a.lan', type: 'A' }],
					answers: [{ name: 'a.lan', type: 'A', ttl, data: '10.0.0.1' }],
				}),
				0,
				query,
			).lifetime;
		assert.deepEqual([0, 60, 86_400, 0xffffffff].map(lifetime), [5, 60, 3600, 5]);
		const absent = packet.encode({
			type: 'response',
			flags: 3,
			questions: [{ name: 'a.lan', type: 'A' }],
			authorities: [
				{ name: 'lan', type: 'SOA', ttl: 900, data: { mname: 'ns', rname: 'me', serial: 1, refresh: 1, retry: 1, expire: 1, minimum: 7 } },
			],
		});
		assert.equal(readAnswer(absent, 0, query).lifetime, 7);
		const failed = packet.encode({ type: 'response', flags: 2, questions: [{ name: 'a.lan', type: 'A' }] });
		assert.equal(readAnswer(failed, 0, query).lifetime, 0);
	});
});

const label = fc.stringMatching(/^[a-zA-Z0-9-]{1,20}$/);
const names = fc.array(label, { minLength: 1, maxLength: 5 }).map((labels) => labels.join('.'));
const records = fc.record({ name: names, type: fc.constant('A' as const), ttl: fc.integer({ min: 0, max: 2 ** 31 - 1 }), data: fc.ipV4() });

function queried({ name, edns = false }: { name: string; edns?: boolean }) {
	const additionals = edns
		? [
				{
					type: 'OPT' as const,
					name: '.' as const,
					udpPayloadSize: 4096,
					extendedRcode: 0,
					ednsVersion: 0,
					flags: 0,
					flag_do: false,
					options: [],
				},
			]
		: [];
	const message = packet.encode({ type: 'query', id: 1234, flags: 0x0100, questions: [{ name, type: 'A' }], additionals });
	const query = queryOf(readMessage(message));
	assert.ok(typeof query === 'object');
	return query;
}
