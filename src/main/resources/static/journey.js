'use strict';

// What the page can't know by itself: the version, where Camunda is, and users to try it with, if there are any.
fetch('about.json')
  .then(answer => answer.ok ? answer.json() : Promise.reject(new Error(answer.statusText)))
  .then(about => {
    document.getElementById('version').textContent = about.version;
    for (const link of document.querySelectorAll('a[href^="/camunda/"]')) {
      link.setAttribute('href', about.camunda + link.getAttribute('href').slice('/camunda'.length));
    }
    const rows = document.querySelector('#users tbody');
    for (const user of about.users) {
      const row = rows.insertRow();
      const name = document.createElement('th');
      name.scope = 'row';
      name.textContent = user.name;
      row.append(name);
      row.insertCell().textContent = user.may;
    }
    document.getElementById('users').hidden = about.users.length === 0;
  })
  .catch(problem => console.warn('about.json', problem));
