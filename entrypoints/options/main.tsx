import { render } from 'preact';
import { Options } from '../../components/options/Options';
import { dressPage } from '../../components/ui/dress-page';
import { say } from '../../utils/words';

dressPage();
document.title = say('optionsTitle');
render(<Options />, document.body);
