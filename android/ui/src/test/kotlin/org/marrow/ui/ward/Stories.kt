package org.marrow.ui.ward

import java.util.UUID
import org.marrow.ffi.AccessReviewForm
import org.marrow.ffi.Actor
import org.marrow.ffi.AttemptFailedForm
import org.marrow.ffi.Bleeding
import org.marrow.ffi.CheckContext
import org.marrow.ffi.CheckForm
import org.marrow.ffi.Confirmation
import org.marrow.ffi.Consciousness
import org.marrow.ffi.DisinfectForm
import org.marrow.ffi.EndCompressionForm
import org.marrow.ffi.EntryId
import org.marrow.ffi.FlushFinding
import org.marrow.ffi.Form
import org.marrow.ffi.Inflammation
import org.marrow.ffi.InsertForm
import org.marrow.ffi.Lang
import org.marrow.ffi.LimbColour
import org.marrow.ffi.LimbTemperature
import org.marrow.ffi.Pain
import org.marrow.ffi.PatientForm
import org.marrow.ffi.Precision
import org.marrow.ffi.ProductClass
import org.marrow.ffi.ProductForm
import org.marrow.ffi.Pulse
import org.marrow.ffi.Quantity
import org.marrow.ffi.RemovalAntisepticForm
import org.marrow.ffi.RemoveForm
import org.marrow.ffi.ReviewOutcome
import org.marrow.ffi.Side
import org.marrow.ffi.Site
import org.marrow.ffi.StartCompressionForm
import org.marrow.ffi.StrikeForm
import org.marrow.ffi.TellForm

/** Made-up patients of one night, as lists of acts. Minutes count from the moment of the pictures. */
class Stories(private val lang: Lang) {
    private fun say(en: String, es: String) = if (lang == Lang.EN) en else es

    val bed4: UUID = UUID(4, 4)
    val bed2: UUID = UUID(2, 2)
    val bed7: UUID = UUID(7, 1)
    val bed11: UUID = UUID(11, 11)
    val bed9: UUID = UUID(9, 1)
    val box2: UUID = UUID(22, 2)
    val okafor = Actor("S. Okafor", say("nurse", "enfermera"), say("Ward 3", "Planta 3"))
    val ruiz = say("Dr Ruiz", "Dra. Ruiz")
    private val chlorhexidine = say("chlorhexidine 2 %", "clorhexidina 2 %")

    fun bed(n: Int) = say("Bed $n", "Cama $n")

    fun act(minute: Long, case: UUID, form: Form, late: String? = null) = Act(minute, case, form, okafor, lateReason = late)

    fun admitted(case: UUID, alias: String, at: Long, device: String, site: Site, side: Side, needle: UInt? = null, age: UInt = 54u, check: CheckForm = dry) = listOf(
        act(at, case, Form.OpenCase(PatientForm(alias = alias, ageYears = age, consciousness = Consciousness.CONSCIOUS))),
        act(
            at, case,
            Form.Insert(
                InsertForm(
                    device = device, site = site, side = side, needleMm = needle, antiseptic = chlorhexidine,
                    confirmation = listOf(Confirmation.STANDS_FIRM, Confirmation.FLUSHES_FREELY), insertedBy = okafor.name,
                ),
            ),
        ),
        act(at + 1, case, Form.Check(check.copy(context = CheckContext.BASELINE))),
    )

    /** A check that found nothing. */
    val dry = CheckForm(
        bleeding = Bleeding.NONE, colour = LimbColour.NORMAL, otherColour = LimbColour.NORMAL,
        temperature = LimbTemperature.NORMAL, otherTemperature = LimbTemperature.NORMAL,
        inflammation = Inflammation.NONE, pulse = Pulse.STRONG, otherPulse = Pulse.STRONG,
        artery = say("foot", "pedia"), capRefillS = Quantity(2), otherCapRefillS = Quantity(2),
        pain = Pain.Score(1u), swelling = false, leak = false, firm = true,
    )

    val infusing = Form.StartProduct(ProductForm(name = say("0.9 % saline", "suero salino 0,9 %"), `class` = ProductClass.CRYSTALLOID))

    fun checks(case: UUID, vararg minutes: Long, of: CheckForm = dry) = minutes.map { act(it, case, Form.Check(of)) }

    fun disinfected(case: UUID, vararg minutes: Long) =
        minutes.map { act(it, case, Form.Disinfect(DisinfectForm(agent = chlorhexidine))) }

    fun removed(case: UUID, at: Long, pressedUntil: Long?) = listOfNotNull(
        act(at - 2, case, Form.RemovalAntiseptic(RemovalAntisepticForm(chlorhexidine))),
        act(at, case, Form.Remove(RemoveForm(resistance = false, tipIntact = true, bleeding = Bleeding.OOZING))),
        act(at + 1, case, Form.StartCompression(StartCompressionForm())),
        pressedUntil?.let { act(it, case, Form.EndCompression(EndCompressionForm(bleedingStopped = true))) },
    )

    fun told(case: UUID, at: Long, rule: String) = act(at, case, Form.Tell(TellForm(whom = ruiz, rule = rule)))

    /** The same where there is no limb: breathing stands in for the pulse. */
    val drySternal = CheckForm(
        bleeding = Bleeding.NONE, inflammation = Inflammation.NONE, pain = Pain.Score(1u), swelling = false, leak = false,
        breathless = false, firm = true, colour = LimbColour.NORMAL, temperature = LimbTemperature.NORMAL, capRefillS = Quantity(2),
    )

    fun reviewed(case: UUID, vararg minutes: Long) = minutes.map {
        act(it, case, Form.AccessReview(AccessReviewForm(ReviewOutcome.KEEP, say("no vein yet", "aún sin vena"))))
    }

    /** Six cases, each at another point of its care. */
    fun board(): List<Act> =
        admitted(bed4, bed(4), -452, "ez-io", Site.PROXIMAL_TIBIA, Side.LEFT, 25u) + act(-450, bed4, infusing) +
            checks(bed4, -420, -360, -300, -240, -180, -120, -80) + disinfected(bed4, -160) + reviewed(bed4, -335, -100) +
            admitted(bed2, bed(2), -307, "ez-io", Site.PROXIMAL_TIBIA, Side.RIGHT, 25u, 67u) + act(-300, bed2, infusing) +
            checks(bed2, -270, -210, -150, -95) + disinfected(bed2, -10) + reviewed(bed2, -190) +
            checks(bed2, -42, of = dry.copy(pulse = Pulse.WEAK, tense = true)) + told(bed2, -14, "R8") +
            admitted(bed7, bed(7), -340, "ez-io", Site.PROXIMAL_HUMERUS, Side.LEFT, 45u) + checks(bed7, -310, -195, -75) +
            reviewed(bed7, -200) +
            admitted(bed11, bed(11), -242, "fast1", Site.STERNUM, Side.MIDLINE, check = drySternal) +
            checks(bed11, -210, -122, of = drySternal) + reviewed(bed11, -122) +
            admitted(bed9, bed(9), -300, "manual", Site.DISTAL_TIBIA, Side.RIGHT) + checks(bed9, -270, -170) + reviewed(bed9, -175) +
            removed(bed9, -48, -40) + checks(bed9, -25, -10, of = dry.copy(firm = null)) +
            admitted(box2, say("Bay 2", "Box 2"), -117, "nio-infant", Site.PROXIMAL_TIBIA, Side.LEFT, age = 2u) +
            checks(box2, -87, -27) + reviewed(box2, -15)

    val bed5: UUID = UUID(5, 5)

    /** A needle that came out six minutes ago and whose puncture is pressed. */
    fun pressing(): List<Act> = admitted(bed9, bed(9), -300, "manual", Site.DISTAL_TIBIA, Side.RIGHT) + checks(bed9, -270, -170) +
        removed(bed9, -2, null)

    /** A needle that may be taken out, before anything of it is done. */
    fun removable(): List<Act> = admitted(bed9, bed(9), -300, "manual", Site.DISTAL_TIBIA, Side.RIGHT) + checks(bed9, -270, -170)

    /** Swelling and a flush that met resistance, which nobody has been told of. */
    fun extravasation(): List<Act> = listOf(
        act(-200, bed5, Form.OpenCase(PatientForm(alias = bed(5), ageYears = 54u, consciousness = Consciousness.CONSCIOUS, responsibleClinician = say("Dr M. Ruiz", "Dra. M. Ruiz")))),
        act(-200, bed5, Form.Insert(InsertForm(device = "ez-io", site = Site.PROXIMAL_TIBIA, side = Side.RIGHT, needleMm = 25u, antiseptic = chlorhexidine, insertedBy = okafor.name))),
    ) + checks(bed5, -199, -100) + act(-4, bed5, Form.Check(dry.copy(swelling = true, flush = FlushFinding.RESISTANCE, pain = Pain.Score(6u))))

    /** A case that was opened before anybody recorded a needle. */
    fun awaiting(): List<Act> = listOf(
        act(-6, bed5, Form.OpenCase(PatientForm(alias = bed(5)))),
        act(-5, bed5, Form.AttemptFailed(AttemptFailedForm(site = Site.PROXIMAL_TIBIA, side = Side.RIGHT))),
    )

    /** A needle that has been in for longer than its limit. */
    fun pastLimit(): List<Act> = admitted(bed5, bed(5), -1485, "ez-io", Site.PROXIMAL_HUMERUS, Side.RIGHT, 45u) +
        checks(bed5, *LongArray(12) { -1400 + it * 118L })

    fun strike(entry: EntryId) =
        act(-100, bed5, Form.Strike(StrikeForm(entry, say("typed in the wrong case", "anotada en el caso equivocado"))))

    /** A record with an estimated time, a late entry, one that is struck and one that is incomplete. */
    fun corrected(): List<Act> = listOf(
        act(-300, bed5, Form.OpenCase(PatientForm(alias = bed(5), ageYears = 54u))),
        Act(
            -295, bed5, Form.Insert(InsertForm(device = "ez-io", site = Site.PROXIMAL_TIBIA, side = Side.RIGHT, needleMm = 25u)), okafor,
            performed = -310, precision = Precision.ESTIMATED,
        ),
        act(-290, bed5, Form.Check(CheckForm(bleeding = Bleeding.NONE, swelling = false))),
        act(-200, bed5, Form.Disinfect(DisinfectForm(agent = chlorhexidine))),
        act(-150, bed5, infusing),
    )

    /** A child, and a sternal device for it: the core refuses that. */
    fun child(): List<Act> = listOf(act(-5, bed5, Form.OpenCase(PatientForm(alias = bed(5), ageYears = 4u))))

    val sternalInChild = act(0, bed5, Form.Insert(InsertForm(device = "fast1", site = Site.STERNUM, side = Side.MIDLINE)))
}
