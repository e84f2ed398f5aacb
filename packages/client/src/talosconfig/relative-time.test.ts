import assert from 'node:assert/strict';
import { test } from 'node:test';
import { relativeTime } from './relative-time.ts';

const now = new Date('2026-11-21T12:00:00Z');
const hour = 3_600_000;
const day = 24 * hour;

/** What go-humanize v1.0.1 says. */
const texts: readonly (readonly [distance: number, text: string])[] = [
	[0, 'now'],
	[999, 'now'],
	[1000, '1 second'],
	[59_999, '59 seconds'],
	[60_000, '1 minute'],
	[hour - 1, '59 minutes'],
	[hour, '1 hour'],
	[day - 1, '23 hours'],
	[day, '1 day'],
	[7 * day - 1, '6 days'],
	[7 * day, '1 week'],
	[29 * day, '4 weeks'],
	[30 * day, '1 month'],
	[60 * day, '2 months'],
	[359 * day, '11 months'],
	[365 * day, '1 year'],
	[540 * day, '2 years'],
	[3650 * day, '10 years'],
	[37 * 360 * day, 'a long while'],
];

test('distances are told in words, to both sides', () => {
	for (const [distance, text] of texts) {
		const said = (side: string) => (text === 'now' ? text : `${text} ${side}`);
		assert.equal(relativeTime(new Date(now.getTime() + distance), now), said('from now'));
		assert.equal(relativeTime(new Date(now.getTime() - distance), now), said('ago'));
	}
});
