import { generateSecrets } from '@ichor/machinery/secrets';
import { type Figure, median } from './figure.ts';
import { controlPlaneOf } from './sample.ts';

const rounds = 9;

/**
 * `gen config` without secrets, less the RSA-4096 key of the service accounts: that key alone takes 0.3 to 2 s, by luck,
 * and would hide the rest. It is made once, and everything else anew each time.
 */
export async function* bench(): AsyncIterable<Figure> {
	const { certs } = await generateSecrets({ now: new Date() });
	if (certs?.k8sServiceAccount === undefined) throw new Error('generated secrets have no key of the service accounts');
	const given = { certs: { k8sServiceAccount: certs.k8sServiceAccount } };
	const times: number[] = [];
	for (let round = 0; round < rounds; round += 1) {
		const start = performance.now();
		controlPlaneOf(await generateSecrets({ now: new Date(), given }));
		times.push(performance.now() - start);
	}
	yield { name: 'gen config, less one RSA-4096 key', unit: 'ms', ours: median(times), why: 'goal 100 ms' };
}
