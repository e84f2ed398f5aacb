// Runs the program once with the code of the runs before, and keeps the code of this one as well: functions that V8 has
// compiled because a command needed them. usage: node train.cjs PROGRAM CODE [ARGUMENT...]
const { existsSync, readFileSync, writeFileSync } = require('node:fs');
const vm = require('node:vm');

const [program, code] = process.argv.splice(2, 2);
const script = new vm.Script(readFileSync(program, 'latin1'), {
	filename: 'ichor.cjs',
	...(existsSync(code) ? { cachedData: readFileSync(code) } : {}),
	importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
});
process.on('exit', () => writeFileSync(code, script.createCachedData()));
script.runInThisContext()(exports, require, module);
