import { render } from 'preact';
import { dressPage } from '../../components/ui/dress-page';
import { Welcome } from '../../components/welcome/Welcome';
import { say } from '../../utils/words';

dressPage();
document.title = say('welcomeTitle');
render(<Welcome />, document.body);
