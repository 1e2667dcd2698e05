// The same, as it is found more often: with the polyfill before it.
import 'webextension-polyfill';
import './bare-popup.tsx';
