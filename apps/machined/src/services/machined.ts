import type { Service } from './service.ts';

/** machined itself, as a service among the others: it runs, or nobody asks. */
export const machined: Service = {
	id: 'machined',
	async prepare() {
		const ended = Promise.withResolvers<string>();
		return {
			pid: process.pid,
			async start() {
				return 'Service started in this process';
			},
			async ended() {
				return await ended.promise;
			},
			async stop() {
				ended.resolve('stopped');
			},
		};
	},
};
