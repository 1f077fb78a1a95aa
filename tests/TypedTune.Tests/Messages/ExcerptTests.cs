using TypedTune.Tests.Spaces;

namespace TypedTune.Tests.Messages;

/// <summary>What others wrote is shortened before it is part of a message.</summary>
public sealed class ExcerptTests
{
    private static readonly string s_huge = new('x', 10_000_000);

    [Fact]
    public void ShortText_StaysAsItIs()
    {
        Assert.Equal("", Excerpt.From(null));
        Assert.Equal("", Excerpt.From(""));
        Assert.Equal(new string('a', 200), Excerpt.From(new string('a', 200)));
    }

    [Fact]
    public void LongText_KeepsItsBeginningAndSaysHowLongItIs() => Assert.Equal($"{new string('x', 200)}… (10000000 characters)", Excerpt.From(s_huge));

    [Fact]
    public void ControlCharacters_AreWritten()
    {
        Assert.Equal(@"a\r\n\tb\u001B[31m\u0000\u0085", Excerpt.From("a\r\n\tb\u001B[31m\0\u0085"));
        Assert.Equal(@"a\n", Excerpt.FromUtf8("a\n"u8));
        Assert.StartsWith(@"\nx", Excerpt.From("\n" + s_huge), StringComparison.Ordinal);
    }

    [Fact]
    public void PairOfCharacters_IsNotCutInTwo() => Assert.Equal($"{new string('a', 199)}… (201 characters)", Excerpt.From(new string('a', 199) + "😀"));

    [Fact]
    public void LongList_SaysHowManyMoreThereAre()
    {
        Assert.Equal("1.5, 2", Excerpt.FromList([1.5, 2]));
        Assert.EndsWith(", 19 and 80 more", Excerpt.FromList(Enumerable.Range(0, 100)), StringComparison.Ordinal);
        Assert.InRange(Excerpt.FromList(Enumerable.Repeat(s_huge, 50)).Length, 4000, 5000);
    }

    [Fact]
    public void ObjectWhoseTextThrows_IsItsType() => Assert.Equal(typeof(Mute).ToString(), Excerpt.FromObject(new Mute()));

    [Fact]
    public void MessagesOfTheCore_RepeatNoHugeText()
    {
        Short(() => Fingerprint.Parse(s_huge));
        Short(() => ConfigurationText.Parse(s_huge, new Settings()));
        Short(() => ConfigurationText.Parse($"{{\"$type\":\"{s_huge}\"}}", new Settings()));
        Short(() => ConfigurationText.Parse(ConfigurationText.Write(new Settings()).Replace("\"Share\":", $"\"{s_huge}\":", StringComparison.Ordinal), new Settings()));
        Short(() => ConfigurationText.Parse(ConfigurationText.Write(new Settings()).Replace("\"Share\":0.5", $"\"Share\":\"{s_huge}\"", StringComparison.Ordinal), new Settings()));
        Short(() => ConfigurationText.Parse(ConfigurationText.Write(new Settings()).Replace("\"Count\":10", $"\"Count\":1{new string('0', 1_000_000)}", StringComparison.Ordinal), new Settings()));
        Short(() => new Study<Settings>(Settings.Space.Count.In(1, 2)).Tell(new Candidate<Settings>(0, new Settings { Name = s_huge }), 1));
        Short(() => new Study<Settings>(Settings.Space.Count.In(1, 2)) { Sampler = new Talkative() }.Minimize(settings => settings.Count));

        static void Short(Action action)
        {
            var error = Record.Exception(action);
            Assert.NotNull(error);
            Assert.InRange(error.Message.Length, 10, 10_000);
        }
    }

    [Fact]
    public void HugeMessageOfAnObjective_IsShortenedInItsTrialAndInEveryErrorMadeOfIt()
    {
        var result = new Study<Settings>(Settings.Space.Count.In(1, 2)).Minimize(Fail, TestContext.Current.CancellationToken);

        Assert.InRange(result.Trials[0].ErrorMessage!.Length, 1000, 5000);
        Assert.InRange(Assert.ThrowsAny<Exception>(() => result.Best).Message.Length, 1000, 10_000);
        Assert.Equal(s_huge.Length, result.Trials[0].Error!.Message.Length);
    }

    private static double Fail(Settings settings) => throw new InvalidOperationException(s_huge);

    private sealed class Mute
    {
        public override string ToString() => throw new NotSupportedException();
    }

    private sealed class Talkative : ISampler
    {
        public bool Learns => false;

        public ISamplerSession<T> Start<T>(SamplerStart<T> start) => null!;

        public override string ToString() => s_huge;
    }
}
