import { X509Certificate } from 'node:crypto';

/**
 * The certificates that are about to end although they should have been renewed: one of which less than a tenth of its
 * life is left, as certificates are renewed when half of it is. One line; undefined when there is none.
 *
 * @param certificates PEM by name
 * @param now milliseconds since 1970
 */
export function expiringCertificates(certificates: ReadonlyMap<string, string>, now: number): string | undefined {
	const problems = [...certificates].flatMap(([name, pem]) => {
		const { validFromDate, validToDate } = new X509Certificate(pem);
		const left = validToDate.getTime() - now;
		if (left > (validToDate.getTime() - validFromDate.getTime()) / 10) return [];
		const when = validToDate.toISOString().replace(/\.\d+Z$/, 'Z');
		return [
			left > 0 ? `the certificate of ${name} ends at ${when} and was not renewed` : `the certificate of ${name} has ended at ${when}`,
		];
	});
	return problems.length === 0 ? undefined : problems.join(', ');
}
