for (const person of document.querySelectorAll('button[data-name]')) {
    person.addEventListener('click', () => {
        document.getElementById('username').value = person.dataset.name;
        document.getElementById('password').value = 'precept';
        document.querySelector('button[type=submit]').focus();
    });
}
