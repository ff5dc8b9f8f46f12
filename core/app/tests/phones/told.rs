//! Who was told of a flag.

use crate::phone::{PLACED, Phone};

#[test]
fn of_all_who_were_told_since_the_last_is_shown() {
    let mut phone = Phone::with(1, PLACED);
    phone.run("+30m look pulse=weak; +31m tell whom='Dr Gil' rule=R8");
    let told = |phone: &mut Phone, now: &str| {
        let view = phone.view(now);
        let red = view.flags.iter().find(|flag| flag.rule == "R8").unwrap();
        red.told.clone()
    };
    assert_eq!(told(&mut phone, "+32m").as_deref(), Some("Dr Gil"));
    phone.run("+40m tell whom='Dr Ruiz' rule=R8");
    assert_eq!(told(&mut phone, "+41m").as_deref(), Some("Dr Ruiz"));
    phone.run("+45m tell whom='Dr Sanz' rule=R9");
    assert_eq!(told(&mut phone, "+46m").as_deref(), Some("Dr Ruiz"), "of another flag");
}
