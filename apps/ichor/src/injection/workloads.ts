import { type Fields, isFields } from '../fields.ts';

/** Where the pods of a manifest are specified; undefined when it has none. */
export function podSpecOf(manifest: Fields): readonly string[] | undefined {
	return kinds.get(`${String(manifest['apiVersion'])}/${String(manifest['kind'])}`)?.podSpec;
}

/** A manifest with the fields that Kubernetes' own types always print. */
export function completed(manifest: Fields): Fields {
	const kind = kinds.get(`${String(manifest['apiVersion'])}/${String(manifest['kind'])}`);
	return kind === undefined ? manifest : merged(kind.always, manifest);
}

interface Workload {
	readonly podSpec: readonly string[];
	/** Present in every object that a program of Go has read and printed. */
	readonly always: Fields;
}

const template = { metadata: {} };
const kinds: ReadonlyMap<string, Workload> = new Map<string, Workload>([
	['v1/Pod', { podSpec: ['spec'], always: { status: {} } }],
	[
		'apps/v1/Deployment',
		{ podSpec: ['spec', 'template', 'spec'], always: { spec: { selector: null, strategy: {}, template }, status: {} } },
	],
	[
		'apps/v1/StatefulSet',
		{
			podSpec: ['spec', 'template', 'spec'],
			always: { spec: { selector: null, serviceName: '', template, updateStrategy: {} }, status: { availableReplicas: 0, replicas: 0 } },
		},
	],
	[
		'apps/v1/DaemonSet',
		{
			podSpec: ['spec', 'template', 'spec'],
			always: {
				spec: { selector: null, template, updateStrategy: {} },
				status: { currentNumberScheduled: 0, desiredNumberScheduled: 0, numberMisscheduled: 0, numberReady: 0 },
			},
		},
	],
	['batch/v1/Job', { podSpec: ['spec', 'template', 'spec'], always: { spec: { template }, status: {} } }],
	[
		'batch/v1/CronJob',
		{
			podSpec: ['spec', 'jobTemplate', 'spec', 'template', 'spec'],
			always: { spec: { jobTemplate: { metadata: {}, spec: { template } }, schedule: '' }, status: {} },
		},
	],
]);

/** What is said wins over what is there always. */
function merged(always: Fields, said: Fields): Fields {
	const both = Object.entries(always).map(([key, value]) => {
		const own = said[key];
		return [key, isFields(value) && isFields(own) ? merged(value, own) : (own ?? value)] as const;
	});
	return { ...said, ...Object.fromEntries(both) };
}
