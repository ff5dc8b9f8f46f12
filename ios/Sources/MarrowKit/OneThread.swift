import Dispatch
import Foundation

/// Runs an actor's jobs one by one on a queue of their own: the core's calls read and write the disk, and must not keep
/// the threads that all tasks share.
final class OneThread: SerialExecutor {
    private let queue = DispatchQueue(label: "marrow")

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
    }

    func asUnownedSerialExecutor() -> UnownedSerialExecutor {
        UnownedSerialExecutor(ordinary: self)
    }
}

/// Opens a store on the thread that its calls will run on: reading a large one takes a while.
actor Opening {
    private let thread: OneThread

    nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    init(thread: OneThread) {
        self.thread = thread
    }

    /// Keeps no copy of the key, so that wiping it wipes the only one.
    func open(key: Data, installation: Data, options: OpenOptions) throws -> Marrow {
        try Marrow.open(key: key, installation: installation, options: options)
    }
}
