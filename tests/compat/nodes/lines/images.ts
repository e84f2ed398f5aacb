import { lines, type NodeLine } from './node-line.ts';

/** Images, and what completion knows of nodes. */
export const imageLines: readonly NodeLine[] = [
	// image
	...lines({}, 'image list -n A --namespace system', 'images ls -n A'),
	...lines(
		{ code: 1 },
		'image l -n A --namespace nosuch',
		'image list -n DOWN',
		'image rm nosuch -n A,B',
		'image pull -n A nope',
		'image pull -n A nope --namespace nope',
		'image pull -n A',
	),
	// completion
	...lines(
		{ moving: 'names' },
		'__completeNoDesc get -n A members ""',
		'__completeNoDesc service -n A ""',
		'__completeNoDesc logs -n A ""',
		'__completeNoDesc read -n A /etc/h',
		'__completeNoDesc usage -n A /etc/',
		'__completeNoDesc version -n ""',
		'__completeNoDesc service -n DOWN ""',
	),
];
