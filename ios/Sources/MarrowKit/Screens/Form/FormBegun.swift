extension FormState {
    /// An empty form of a kind about a case; none where the catalogue has no such kind.
    init?(_ place: FormPlace, _ view: CaseView, _ catalogue: Catalogue, _ times: Times) {
        guard let asked = catalogue.kinds.first(where: { $0.kind == place.kind }) else { return nil }
        let check = place.kind == .check ? view.check : nil
        self.init(
            times: times, kind: asked, alias: view.header.alias, place: view.header.place,
            groups: check?.groups ?? Self.groups(asked), devices: catalogue.devices,
            side: check?.side, otherSide: check?.otherSide)
        answers = place.given
        // What takes the place of an entry begins with what that says, all of which is asked.
        if place.amends == nil { given = place.given.fields } else { whyAmended = "" }
        if place.kind == .tell { heard = ["whom": Self.told(view)] }
    }

    /// Who answers for the patient, and who has been told before: most often it is one of them again.
    private static func told(_ view: CaseView) -> [String] {
        let before = view.record.reversed().compactMap { entry in
            if case .tell(let form) = entry.form { form.whom } else { nil }
        }
        var seen: Set<String> = []
        let all = [view.patientForm.responsibleClinician].compactMap(\.self) + before
        return Array(all.filter { seen.insert($0).inserted }.prefix(4))
    }

    private static func groups(_ kind: KindText) -> [AskedGroup] {
        let fields = kind.fields.filter { $0.answer != .given && $0.answer != .fields }
        func plain(_ field: FieldText) -> AskedField {
            AskedField(field: field.field, label: field.label, other: nil, last: nil, otherLast: nil, lastAtMs: nil)
        }
        guard !kind.groups.isEmpty else {
            return [AskedGroup(title: kind.title, counts: false, open: true, fields: fields.map(plain))]
        }
        return kind.groups.enumerated().map { n, group in
            let asked = group.fields.compactMap { name in fields.first { $0.field == name } }
            return AskedGroup(title: group.title, counts: false, open: n == 0, fields: asked.map(plain))
        }
    }
}
