import { type Controller, equalData, type Input, type Reader, type ResourceType } from '@ichor/runtime';
import { publish } from '../publish.ts';

/** Something that is made from other resources, and made anew when they change or when it is old enough. */
export interface Renewal<Ingredients, Spec> {
	readonly name: string;
	readonly inputs: readonly Input[];
	readonly type: ResourceType<Spec>;
	readonly id: string;
	/** Milliseconds after which it is made anew. */
	readonly every: number;
	/** `gone` when there is to be none; undefined when it is not known yet. */
	ingredients(reader: Reader): Promise<Ingredients | 'gone' | undefined>;
	make(ingredients: Ingredients): Promise<Spec>;
}

/** The controller of a renewal. */
export function renewing<Ingredients, Spec>(renewal: Renewal<Ingredients, Spec>): Controller {
	const { name, inputs, type, id, every } = renewal;
	return {
		name,
		inputs,
		outputs: [{ type: type.type, kind: 'exclusive' }],
		async run(_, runtime) {
			let made: Ingredients | undefined;
			let madeAt = 0;
			const timer = setInterval(() => runtime.queueReconcile(), Math.min(every, longestPause));
			timer.unref();
			try {
				while (await runtime.nextReconcile()) {
					const ingredients = await renewal.ingredients(runtime);
					if (ingredients === 'gone') {
						await publish(runtime, type, id, undefined);
						made = undefined;
					} else if (ingredients !== undefined && (Date.now() - madeAt >= every || !equalData(made, ingredients))) {
						await publish(runtime, type, id, await renewal.make(ingredients));
						made = ingredients;
						madeAt = Date.now();
					}
					runtime.resetRestartBackoff();
				}
			} finally {
				clearInterval(timer);
			}
		},
	};
}

/** Milliseconds between two looks at the age: an hour, as timers cannot wait for half a year. */
const longestPause = 3_600_000;
