import browser from 'webextension-polyfill';

browser.runtime.onMessage.addListener(async () => ({ answer: 'here' }));
