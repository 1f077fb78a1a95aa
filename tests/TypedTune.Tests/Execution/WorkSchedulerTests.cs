namespace TypedTune.Tests.Studies;

public sealed class WorkSchedulerTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(8)]
    public void For_RunsEveryIndexOnce(int degree)
    {
        using var scheduler = new WorkScheduler(degree);
        int[] runs = new int[10_000];

        scheduler.For(runs.Length, i => Interlocked.Increment(ref runs[i]), Cancellation);

        Assert.All(runs, count => Assert.Equal(1, count));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(8)]
    public void NestedLoops_NeitherDeadlockNorExceedTheDegree(int degree)
    {
        using var scheduler = new WorkScheduler(degree);
        int running = 0, most = 0, total = 0;

        for (int repeat = 0; repeat < 5; repeat++)
        {
            scheduler.For(9, outer => scheduler.For(5, inner => scheduler.For(3, leaf =>
            {
                Count(ref most, Interlocked.Increment(ref running));
                Wait(Seed.Of(outer).Derive(inner).Derive(leaf));
                Interlocked.Increment(ref total);
                Interlocked.Decrement(ref running);
            })), Cancellation);
        }

        Assert.Equal(5 * 9 * 5 * 3, total);
        Assert.InRange(most, 1, degree);
    }

    [Fact]
    public void ManyCallersAtOnce_AreAllServed()
    {
        using var scheduler = new WorkScheduler(4);
        long sum = 0;
        var callers = Enumerable.Range(0, 12).Select(_ => new Thread(() =>
        {
            for (int repeat = 0; repeat < 20; repeat++)
                scheduler.For(50, i => scheduler.For(2, j => Interlocked.Add(ref sum, i + j)));
        })).ToArray();

        foreach (var caller in callers)
            caller.Start();
        foreach (var caller in callers)
            caller.Join();

        Assert.Equal(12L * 20 * (2 * 1225 + 50), sum);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(8)]
    public void BodiesThatThrow_GiveTheExceptionOfTheLowestIndex(int degree)
    {
        using var scheduler = new WorkScheduler(degree);
        for (int repeat = 0; repeat < 50; repeat++)
        {
            int started = 0;
            var exception = Assert.Throws<FormatException>(() => scheduler.For(20_000_000, i =>
            {
                Interlocked.Increment(ref started);
                if (i is 5 or 6 or 7)
                {
                    Wait(Seed.Of(repeat).Derive(i));
                    throw new FormatException($"{i}");
                }
            }, Cancellation));

            Assert.Equal("5", exception.Message);
            Assert.True(started < 20_000_000);
        }
    }

    [Fact]
    public void ExceptionOfANestedLoop_IsThrownAsItWas()
    {
        using var scheduler = new WorkScheduler(4);

        var exception = Assert.Throws<FormatException>(() => scheduler.For(4, i => scheduler.For(4, j => throw new FormatException($"{i} {j}")), Cancellation));

        Assert.Equal("0 0", exception.Message);
        Assert.Contains(nameof(ExceptionOfANestedLoop_IsThrownAsItWas), exception.StackTrace);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Cancellation_StartsNoFurtherIndex(int degree)
    {
        using var scheduler = new WorkScheduler(degree);
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        int started = 0;

        var exception = Assert.Throws<OperationCanceledException>(() => scheduler.For(100_000_000, i =>
        {
            if (Interlocked.Increment(ref started) == 10)
                source.Cancel();
        }, source.Token));

        Assert.Equal(source.Token, exception.CancellationToken);
        Assert.InRange(started, 10, 99_999_999);
    }

    [Fact]
    public void CancellationAfterTheLastIndex_IsTooLate()
    {
        using var scheduler = new WorkScheduler(1);
        using var source = new CancellationTokenSource();

        scheduler.For(3, i =>
        {
            if (i == 2)
                source.Cancel();
        }, source.Token);

        Assert.True(source.IsCancellationRequested);
    }

    [Fact]
    public void NoIndices_RunNothing()
    {
        using var scheduler = new WorkScheduler(2);

        scheduler.For(0, _ => Assert.Fail("ran"), Cancellation);
    }

    [Fact]
    public void DisposedScheduler_RunsOnTheCallingThread()
    {
        var scheduler = new WorkScheduler(4);
        scheduler.Dispose();
        scheduler.Dispose();
        int caller = Environment.CurrentManagedThreadId;

        scheduler.For(20, _ => Assert.Equal(caller, Environment.CurrentManagedThreadId), Cancellation);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Wake_LetsWaitingThreadsAskAgain(int degree)
    {
        using var scheduler = new WorkScheduler(degree);
        var source = new Gate();
        var run = Task.Run(() => scheduler.Run(source), Cancellation);
        while (Volatile.Read(ref source.Asked) == 0)
            await Task.Delay(1, Cancellation);

        Assert.False(run.IsCompleted);
        source.Opens = true;
        scheduler.Wake();
        await run;

        Assert.Equal(1, source.Runs);
    }

    [Fact]
    public void DegreeOne_RunsInOrderOnTheCallingThread()
    {
        using var scheduler = new WorkScheduler(1);
        var order = new List<int>();

        scheduler.For(5, order.Add, Cancellation);

        Assert.Equal([0, 1, 2, 3, 4], order);
    }

    [Fact]
    public void IllegalArguments_AreNamed()
    {
        Assert.StartsWith("The degree of parallelism must be at least 1, but is 0.", Assert.Throws<ArgumentOutOfRangeException>(() => new WorkScheduler(0)).Message);
        using var scheduler = new WorkScheduler(2);
        Assert.Equal(-1, Assert.Throws<ArgumentOutOfRangeException>(() => scheduler.For(-1, _ => { }, Cancellation)).ActualValue);
        Assert.Equal("body", Assert.Throws<ArgumentNullException>(() => scheduler.For(1, null!, Cancellation)).ParamName);
    }

    private static void Count(ref int most, int now)
    {
        for (int known = most; now > known; known = most)
            Interlocked.CompareExchange(ref most, now, known);
    }

    // A wait that differs from index to index, spent in part off the processor.
    private static void Wait(Seed seed)
    {
        var random = seed.Stream();
        if (random.NextBelow(4) == 0)
            Thread.Sleep(0);
        Thread.SpinWait(random.NextBelow(3000));
    }

    private sealed class Gate : IWorkSource
    {
        public volatile bool Opens;
        public int Asked;
        public int Runs;
        private bool _isTaken;

        public bool IsFinished => Volatile.Read(ref Runs) > 0;

        public bool LendsCaller => false;

        public bool TryTake(out Action? work)
        {
            Asked++;
            work = Opens && !_isTaken ? () => Interlocked.Increment(ref Runs) : null;
            _isTaken |= work is not null;
            return work is not null;
        }
    }
}
