// The main script of the installed executable: starts the program that travels as an asset, with the code that V8 made
// of it when the executable was built. Code that V8 refuses (it does so by its own checks) costs time, nothing else.
const vm = require('node:vm');
const { getRawAsset } = require('node:sea');

const script = new vm.Script(Buffer.from(getRawAsset('program')).latin1Slice(), {
	filename: 'ichor.cjs',
	cachedData: Buffer.from(getRawAsset('code')),
	importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
});
script.runInThisContext()(exports, require, module);
