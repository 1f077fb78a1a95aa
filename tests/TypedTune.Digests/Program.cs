using TypedTune.Digests;

// One line a result, its name and a hash of its bits; the same on every processor, with any vector instructions and in a native build.
foreach (var (name, numbers) in Results.All())
    Console.WriteLine($"{name} {Digest.Of(numbers)}");
