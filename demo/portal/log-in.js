/** Lists the demonstration's people and servers, as links to the portal page. */
const {people, servers} = await fetch('/demo/people').then((answer) => answer.json());

const list = document.querySelector('#people');
const serverForm = document.querySelector('#servers');
const looks = document.querySelector('#looks');

const select = document.createElement('select');
select.name = 'server';
for (const [value, words] of [
  ['', 'Good'],
  ...servers.map((name) => [name, name.replaceAll('-', ' ')]),
]) {
  select.append(new Option(words, value));
}
const label = document.createElement('label');
label.append('Server ', select);
serverForm.append(label);

function addressFor(login) {
  const chosen = new URLSearchParams({as: login});
  if (select.value) chosen.set('server', select.value);
  for (const field of looks.querySelectorAll('select')) {
    if (field.selectedIndex > 0) chosen.set(field.name, field.value);
  }
  return `/?${chosen}`;
}

function draw() {
  list.replaceChildren();
  for (const {name, about, logins} of people) {
    const heading = document.createElement('h2');
    heading.textContent = `${name}’s record`;
    const story = document.createElement('p');
    story.textContent = about;
    const choices = document.createElement('ul');
    choices.className = 'people';
    for (const {login, words} of logins) {
      const item = document.createElement('li');
      const link = document.createElement('a');
      link.href = addressFor(login);
      link.textContent = words;
      item.append(link);
      choices.append(item);
    }
    list.append(heading, story, choices);
  }
}

draw();
serverForm.addEventListener('change', draw);
looks.addEventListener('change', draw);
