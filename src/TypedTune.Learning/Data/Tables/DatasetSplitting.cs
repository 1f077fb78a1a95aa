using System.Globalization;

namespace TypedTune.Learning;

/// <summary>Divides a table or a dataset at random into rows to learn from and rows to test on. Thread safe.</summary>
/// <remarks>
/// The test part has ⌈<c>testFraction</c> · N⌉ of the N rows, as scikit-learn's <c>train_test_split</c>; which ones they
/// are is this library's own choice. Both parts are views in random order, so that folds without shuffling may be cut
/// from them. The same rows, fraction and seed give the same parts, on every machine.
/// </remarks>
public static class DatasetSplitting
{
    // Strata are numbered from 0, so that these two are never a stratum's.
    private const long TrainOrder = -1;
    private const long TestOrder = -2;

    /// <summary>Divides rows, every row as likely to be tested on as any other.</summary>
    /// <typeparam name="TData">A table or a dataset.</typeparam>
    /// <param name="data">At least two rows.</param>
    /// <param name="testFraction">The test part's share, above 0 and below 1.</param>
    /// <param name="seed">Any integer.</param>
    /// <returns>Two parts that share no row and together hold every row.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="testFraction"/> is not between 0 and 1, or leaves no row to learn from.</exception>
    /// <exception cref="ArgumentException">There are fewer than two rows.</exception>
    public static (TData Train, TData Test) Split<TData>(this TData data, double testFraction, int seed)
        where TData : IDataset<TData>
    {
        ArgumentNullException.ThrowIfNull(data);
        int testCount = CountTest(data.RowCount, testFraction);
        int[] rows = [.. Enumerable.Range(0, data.RowCount)];
        Shuffle(rows, Seed.Of(seed));
        return (data.TakeRows(rows.AsSpan(testCount)), data.TakeRows(rows.AsSpan(0, testCount)));
    }

    /// <summary>Divides rows such that each label has the same share of both parts, to within a row.</summary>
    /// <typeparam name="TData">A table or a dataset.</typeparam>
    /// <param name="data">At least two rows a label, none without one.</param>
    /// <param name="testFraction">The test part's share, above 0 and below 1.</param>
    /// <param name="seed">Any integer.</param>
    /// <returns>Two parts that share no row and together hold every row.</returns>
    /// <remarks>Labels are the strata of <see cref="SplitStratified{TRow, TKey}"/>.</remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="testFraction"/> is not between 0 and 1, or leaves no row to learn from.</exception>
    /// <exception cref="ArgumentException">The targets are numbers, a label is missing, there are fewer than two rows, or a label has a single one; the message names it.</exception>
    public static (TData Train, TData Test) SplitStratified<TData>(this TData data, double testFraction, int seed)
        where TData : IDataset<TData>
    {
        ArgumentNullException.ThrowIfNull(data);
        var targets = data.Targets;
        if (!targets.AreLabels)
            throw new ArgumentException($"Rows are stratified by their labels, but {Excerpt.From(targets.Name)} holds numbers. Say what the stratum of a row is, such as a bracket of it, or call Split.", nameof(data));
        targets.RequireComplete();
        return Divide(data, testFraction, seed, row => targets.Labels[row]!);
    }

    /// <summary>Divides a table such that each stratum has the same share of both parts, to within a row.</summary>
    /// <typeparam name="TRow">The row type.</typeparam>
    /// <typeparam name="TKey">What tells strata apart, by its equality.</typeparam>
    /// <param name="table">At least two rows a stratum.</param>
    /// <param name="testFraction">The test part's share, above 0 and below 1.</param>
    /// <param name="seed">Any integer.</param>
    /// <param name="stratum">The stratum of a row, such as a class or a bracket of incomes; called once a row, in order.</param>
    /// <returns>Two parts that share no row and together hold every row.</returns>
    /// <remarks>
    /// Each stratum gives the whole part of its proportional share of the test rows; those still wanting come, one each,
    /// from the strata with the largest remainders, the one that appears first where remainders are equal. A stratum may
    /// so be absent from a part that its share of is less than a row.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="testFraction"/> is not between 0 and 1, or leaves no row to learn from.</exception>
    /// <exception cref="ArgumentException">The table has fewer than two rows, or a stratum has; the message names it.</exception>
    public static (Table<TRow> Train, Table<TRow> Test) SplitStratified<TRow, TKey>(this Table<TRow> table, double testFraction, int seed, Func<TRow, TKey> stratum)
        where TRow : IRow<TRow>
        where TKey : notnull
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(stratum);
        return Divide(table, testFraction, seed, row => stratum(table[row]));
    }

    private static (TData Train, TData Test) Divide<TData, TKey>(TData data, double testFraction, int seed, Func<int, TKey> stratum)
        where TData : IDataset<TData>
        where TKey : notnull
    {
        int testCount = CountTest(data.RowCount, testFraction);
        var strata = Gather(data.RowCount, stratum);
        int[] testCounts = Allocate(testCount, strata, data.RowCount);

        var train = new List<int>(data.RowCount - testCount);
        var test = new List<int>(testCount);
        for (int s = 0; s < strata.Count; s++)
        {
            int[] rows = [.. strata[s]];
            Shuffle(rows, Seed.Of(seed).Derive(s));
            test.AddRange(rows.AsSpan(0, testCounts[s]));
            train.AddRange(rows.AsSpan(testCounts[s]));
        }

        return (TakeShuffled(data, train, Seed.Of(seed).Derive(TrainOrder)), TakeShuffled(data, test, Seed.Of(seed).Derive(TestOrder)));
    }

    private static int CountTest(int rowCount, double testFraction)
    {
        if (!(testFraction > 0 && testFraction < 1))
            throw new ArgumentOutOfRangeException(nameof(testFraction), testFraction, "The test fraction must be above 0 and below 1.");
        if (rowCount < 2)
            throw new ArgumentException($"At least 2 rows are needed to be split, but there {(rowCount == 1 ? "is 1" : "are none")}.", "data");
        int testCount = (int)Math.Ceiling(testFraction * rowCount);
        if (testCount >= rowCount)
            throw new ArgumentOutOfRangeException(nameof(testFraction), testFraction, $"All {rowCount} rows would be tested on, and none be left to learn from.");
        return testCount;
    }

    private static List<List<int>> Gather<TKey>(int rowCount, Func<int, TKey> stratum)
        where TKey : notnull
    {
        var strata = new List<List<int>>();
        var keys = new List<TKey>();
        var numberOf = new Dictionary<TKey, int>();
        for (int row = 0; row < rowCount; row++)
        {
            var key = stratum(row);
            if (!numberOf.TryGetValue(key, out int number))
            {
                number = strata.Count;
                numberOf.Add(key, number);
                keys.Add(key);
                strata.Add([]);
            }

            strata[number].Add(row);
        }

        int lone = strata.FindIndex(rows => rows.Count < 2);
        if (lone >= 0)
        {
            string name = Convert.ToString(keys[lone], CultureInfo.InvariantCulture)!;
            throw new ArgumentException($"The stratum '{Excerpt.From(name)}' has a single row, row {strata[lone][0]}; each needs 2 at least. Merge it with another stratum, or split without strata.", nameof(stratum));
        }

        return strata;
    }

    /// <summary>How many rows of each stratum are tested on: its share, the largest remainders rounded up.</summary>
    internal static int[] Allocate(int testCount, List<List<int>> strata, int rowCount)
    {
        long[] shares = [.. strata.Select(rows => (long)rows.Count * testCount)];
        int[] counts = [.. shares.Select(share => (int)(share / rowCount))];
        var byRemainder = Enumerable.Range(0, counts.Length).OrderByDescending(s => shares[s] % rowCount);
        foreach (int s in byRemainder.Take(testCount - counts.Sum()))
            counts[s]++;
        return counts;
    }

    private static TData TakeShuffled<TData>(TData data, List<int> rows, Seed seed)
        where TData : IDataset<TData>
    {
        int[] order = [.. rows];
        Shuffle(order, seed);
        return data.TakeRows(order);
    }

    private static void Shuffle(int[] rows, Seed seed)
    {
        var random = seed.Stream();
        random.Shuffle<int>(rows);
    }
}
