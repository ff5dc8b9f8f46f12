import Dispatch

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
