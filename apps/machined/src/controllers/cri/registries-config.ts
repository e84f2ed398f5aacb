import { type Registries, registries } from '@ichor/machinery/effective';
import { RegistriesConfig, type RegistriesConfigSpec, registriesConfigId } from '@ichor/machinery/resources';
import { type Controller, reconciling } from '@ichor/runtime';
import { activeConfig, configInput } from '../../boot/configuration.ts';
import { publish } from '../publish.ts';

/** From where and as whom images are pulled, out of the configuration. */
export const registriesConfigController: Controller = reconciling({
	name: 'cri.RegistriesConfigController',
	inputs: [configInput],
	outputs: [{ type: RegistriesConfig.type, kind: 'exclusive' }],
	async reconcile(_, runtime) {
		const config = await activeConfig(runtime);
		await publish(runtime, RegistriesConfig, registriesConfigId, config === undefined ? {} : specOf(registries(config)));
	},
});

/** What is empty is left out, in the maps and as the maps. */
function specOf({ mirrors, auths, tls }: Registries): RegistriesConfigSpec {
	return {
		...(mirrors.size === 0 ? {} : { mirrors: mapped(mirrors, mirrorOf) }),
		...(auths.size === 0 ? {} : { auths: mapped(auths, told) }),
		...(tls.size === 0 ? {} : { tls: mapped(tls, told) }),
	};
}

function mirrorOf({ endpoints, skipFallback }: Registries['mirrors'] extends ReadonlyMap<string, infer Mirror> ? Mirror : never) {
	return {
		endpoints: endpoints.map(({ url, overridePath }) => ({ endpoint: url, overridePath })),
		...(skipFallback ? { skipFallback } : {}),
	};
}

function told<Value extends object>(value: Value): Partial<{ [Key in keyof Value]: NonNullable<Value[Key]> }> {
	const entries = Object.entries(value).filter(([, one]) => one !== '' && one !== false && one !== undefined);
	return Object.fromEntries(entries) as Partial<{ [Key in keyof Value]: NonNullable<Value[Key]> }>;
}

function mapped<From, To>(values: ReadonlyMap<string, From>, change: (value: From) => To): Readonly<Record<string, To>> {
	return Object.fromEntries([...values].map(([key, value]) => [key, change(value)]));
}
