import { readAnswer } from '../../src/controllers/network/dns/answer.ts';
import { DnsError } from '../../src/controllers/network/dns/errors.ts';
import { readMessage } from '../../src/controllers/network/dns/message.ts';
import { addressAnswer, forDatagram, queryOf, questionTo, refusal } from '../../src/controllers/network/dns/query.ts';

const question = [7, 101, 120, 97, 109, 112, 108, 101, 3, 99, 111, 109, 0, 0, 1, 0, 1];
const seeds = [
	[0, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, ...question],
	[0, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 1, ...question, 0, 0, 41, 4, 0xd0, 0, 0, 0x80, 0, 0, 0],
	[0, 1, 0x81, 0x80, 0, 1, 0, 1, 0, 0, 0, 0, ...question, 0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, 192, 0, 2, 1],
];

/** Any bytes are read or refused; of a query, whatever is written for it can be read and is about the same. */
export const target = {
	name: 'dns',
	seeds: seeds.map((seed) => Uint8Array.from(seed)),
	run(input: Uint8Array): void {
		try {
			const query = queryOf(readMessage(input));
			if (typeof query !== 'object') return;
			for (const answer of [refusal(query, 2), addressAnswer(query, [Uint8Array.of(192, 0, 2, 1)], 10)]) {
				readAnswer(answer, query.id, query);
				if (forDatagram(query, answer) !== answer) throw new Error('an answer of one address does not fit');
			}
			const sent = queryOf(readMessage(questionTo(query, 7)));
			if (typeof sent !== 'object' || sent.key !== query.key) throw new Error('what is sent on is another question');
		} catch (error) {
			if (!(error instanceof DnsError)) throw error;
		}
	},
};
